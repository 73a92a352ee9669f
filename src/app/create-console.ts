import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import { guardOf, placeOf } from '../model/context.ts';
import { safeText } from '../model/safe-text.ts';
import type { LogTail } from '../store/log-tail.ts';
import { reduceUi } from '../views/reduce-ui.ts';
import { INITIAL_UI, activePane, tableState } from '../views/ui-state.ts';
import type { UiAction, UiState } from '../views/ui-state.ts';
import { createActs, type Acts } from './create-acts.ts';
import { leftBehind, leftBehindWords } from './left-behind.ts';
import { chooseClusters } from './choose-clusters.ts';
import type { Connection, ConsoleOptions, Live } from './console-options.ts';

/** What the console is connected to, and whether it is yet. */
export type Link = {
	readonly connection: Connection;
	readonly live: Live | undefined;
	readonly logTail: LogTail | undefined;
	/** It is not known yet which clusters were meant: nothing is fetched that nobody asked for. */
	readonly choosing: boolean;
	/** Why there is no connection: said on the screen, with the way out. */
	readonly failure: string | undefined;
};

/** The state of the console and what changes it. Knows no React. */
export type Console = {
	readonly ui: StoreApi<UiState>;
	readonly link: StoreApi<Link>;
	readonly acts: Acts;
	dispatch(action: UiAction): void;
	/** Leaves the present connection for another one; the picture starts anew, with the chosen clusters that are there. */
	connect(connection: Connection): void;
	/** Whether it can end now: what it would leave undone is said first, and the same again soon after means it. */
	mayQuit(): boolean;
	/** Ends it, calls that change something answered first. Resolves to what is left undone, in sentences. */
	end(): Promise<readonly string[]>;
};

type Settings = Pick<ConsoleOptions, 'connect' | 'connection' | 'clusters' | 'contexts' | 'now'> & {
	/** Ends the console: something went wrong that nobody expected. */
	readonly crash: (error: unknown) => void;
};

export function createConsole({ connect: open, connection, clusters, contexts, now, crash }: Settings): Console {
	const ui = createStore<UiState>(() => INITIAL_UI);
	const link = createStore<Link>(() => unlinked(connection));
	/** Connections are numbered, so that one that comes too late is closed instead of shown. */
	let attempt = 0;
	/** The clusters asked for by name, at the start or by a context. */
	let named = clusters;
	/** Those to show, by name or ARN: those asked for, until others were chosen. */
	let wanted = named;

	function dispatch(action: UiAction): void {
		ui.setState((state) => reduceUi(state, action, now()), true);
		// Whoever chooses by hand waits no more for what was asked for at the start.
		if (action.type === 'select-clusters') link.setState({ choosing: false });
	}

	/** Connections over which something was changed: what follows from it needs them until the end. */
	const kept: Live[] = [];
	let warnedAt = Number.NEGATIVE_INFINITY;
	const acts = createActs({
		acting: () => link.getState().live?.acting,
		dispatch,
		mustType: ({ clusterArn, serviceName }) => {
			const { profile } = link.getState().connection;
			return guardOf(contexts, placeOf(clusterArn, profile)).protected ? serviceName : undefined;
		},
		refresh: () => link.getState().live?.store.refresh(),
		isShown: (id) => activePane(ui.getState()) === 'change' && tableState(ui.getState(), 'changes').cursor === id,
		crash,
	});

	function close(): void {
		attempt += 1;
		const { live, logTail } = link.getState();
		logTail?.stop();
		live?.store.stop();
		if (live && acts.uses(live.acting)) kept.push(live);
		else live?.close();
	}

	async function establish(to: Connection): Promise<void> {
		close();
		const mine = attempt;
		link.setState(unlinked(to), true);
		const live = await open(to);
		const failed = 'failure' in live;
		if (mine !== attempt) return failed ? undefined : live.close();
		if (failed) return link.setState({ failure: safeText(live.failure) });
		const choosing = wanted.length > 0;
		const regions = live.regions ?? to.regions;
		link.setState({ connection: { ...to, regions }, live, logTail: live.createLogTail(), choosing });
		if (choosing) await choose(live, regions);
	}

	/** Shows the clusters that are wanted, as far as they are there; who asked for others by name has to choose. */
	async function choose({ store }: Live, regions: readonly string[]): Promise<void> {
		const mine = attempt;
		const names = wanted;
		const { clusterArns, missing, unread } = await chooseClusters(store, names, regions);
		if (mine !== attempt || !link.getState().choosing) return;
		dispatch({ type: 'select-clusters', clusterArns });
		if (missing.length === 0 || names !== named) return;
		const isCertain = unread.length === 0;
		if (isCertain) dispatch({ type: 'open', screen: 'clusters' });
		const text = isCertain
			? `There is no cluster ${missing.join(', ')} in ${regions.join(', ')}: choose what to show.`
			: `${missing.join(', ')} was not found, and the clusters of ${unread.join(', ')} could not be read.`;
		dispatch({ type: 'flash', flash: { level: 'error', text: safeText(text) } });
	}

	return {
		ui,
		link,
		dispatch,
		connect: (to) => {
			const { live, choosing } = link.getState();
			if (to.clusters) wanted = named = to.clusters;
			else if (live && !choosing) wanted = ui.getState().clusterArns;
			ui.setState(INITIAL_UI, true);
			acts.leave();
			establish(to).catch(crash);
		},
		acts,
		mayQuit: () => {
			const left = leftBehindWords(acts.state.getState());
			if (left === undefined || now() - warnedAt < TWICE) return true;
			warnedAt = now();
			dispatch({ type: 'flash', flash: { level: 'warning', text: `${left}: press it again to quit all the same` } });
			return false;
		},
		end: async () => {
			await acts.stop();
			const left = leftBehind(acts.state.getState().changes);
			close();
			for (const live of kept) live.close();
			await acts.ended();
			return left;
		},
	};
}

/** Ms within which the same key again means it. */
const TWICE = 6_000;

function unlinked(connection: Connection): Link {
	return { connection, live: undefined, logTail: undefined, choosing: false, failure: undefined };
}
