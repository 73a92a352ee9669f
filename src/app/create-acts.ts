import { randomUUID } from 'node:crypto';
import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import { look } from '../actions/look.ts';
import { isRefusal } from '../actions/plan.ts';
import { subjectOf, type Subject } from '../actions/subject.ts';
import { failedCallAndNext } from '../model/failure-words.ts';
import type { Service } from '../model/service.ts';
import {
	heldBack,
	isRead,
	notYet,
	plannedOf,
	reduceDialog,
	withDraft,
	type DialogAction,
	type DialogState,
} from '../views/actions/dialog-state.ts';
import { titleOf, type ActionRequest } from '../views/actions/action-request.ts';
import type { Form } from '../views/actions/form.ts';
import type { ChangeRecord } from '../views/changes/change-record.ts';
import type { ActsState } from '../views/pane.ts';
import type { UiAction } from '../views/ui-state.ts';
import type { Acting } from './acting.ts';
import { createChanges } from './create-changes.ts';
import { createPutBacks } from './create-put-backs.ts';

/** All that changes AWS from the console. Knows no React. */
export type Acts = {
	readonly state: StoreApi<ActsState>;
	/** Opens the dialog of an action on a service. */
	act(request: ActionRequest, service: Service): void;
	/** Opens the dialog that takes a change back. */
	undo(id: string): void;
	edit(action: DialogAction): void;
	confirm(): void;
	leave(): void;
	/** Whether something was changed with these hands: what follows from it may need them until the end. */
	uses(acting: Acting): boolean;
	/** Lets calls under way be answered, then leaves the rest to AWS. */
	stop(): Promise<void>;
	/** Resolves when nothing is followed any more. */
	ended(): Promise<void>;
};

type Frame = {
	/** Undefined while there is no connection. */
	readonly acting: () => Acting | undefined;
	readonly dispatch: (action: UiAction) => void;
	/** What has to be typed before this service is changed; undefined: nothing. */
	readonly mustType: (subject: Subject) => string | undefined;
	/** Reads again what is on screen. */
	readonly refresh: () => void;
	/** Whether the screen of this change is open: what is to be said of it stands there. */
	readonly isShown: (id: string) => boolean;
	readonly crash: (error: unknown) => void;
};

/** Ms that typing pauses before what follows from it is looked up. */
const TYPING = 300;

export function createActs({ acting, dispatch, mustType, refresh, isShown, crash }: Frame): Acts {
	const state = createStore<ActsState>(() => ({ dialog: undefined, changes: [] }));
	const changes = createChanges({
		onMade: refresh,
		onEnd: (record) => {
			refresh();
			if (!isShown(record.id)) sayEnd(record);
			putBacks.settle(record).catch(crash);
		},
	});
	const putBacks = createPutBacks(changes, (text, failed) => say(failed ? 'error' : 'info', text));
	changes.records.subscribe((records) => state.setState({ changes: records }));

	/** Each dialog has its own reading: what comes for one that was left is dropped. */
	let reading = new AbortController();
	let undoes: string | undefined;
	let pause: (() => void) | undefined;
	/** Reads for the open dialog once more, after that has failed. */
	let readAgain = (): void => {};

	function say(level: 'info' | 'warning' | 'error', text: string): void {
		dispatch({ type: 'flash', flash: { level, text } });
	}

	function sayEnd({ plan, outcome, undoneBy }: ChangeRecord): void {
		// What was taken back on the way cannot come about: nothing is wrong with that.
		if (!outcome || undoneBy !== undefined) return;
		const [first = ''] = outcome.text.split('\n');
		say(outcome.state === 'done' ? 'info' : outcome.state === 'left' ? 'warning' : 'error', `${plan.title}: ${first}`);
	}

	function show(change: Partial<DialogState>): void {
		const { dialog } = state.getState();
		if (dialog) state.setState({ dialog: { ...dialog, ...change } });
	}

	/** Opens at once: what is typed next is meant for the dialog, however long its reading takes. */
	function open(title: string, subject: Subject, loaded: Promise<Form>, undoing?: string): void {
		const hands = acting();
		if (!hands) return say('warning', 'there is no connection to AWS');
		reading.abort();
		reading = new AbortController();
		undoes = undoing;
		state.setState({
			dialog: {
				title,
				subject,
				draft: undefined,
				typedAhead: '',
				values: {},
				focus: undefined,
				cursor: undefined,
				scroll: 0,
				phase: 'reading',
				failure: undefined,
				notice: undefined,
				mustType: mustType(subject),
				tooEarly: false,
			},
		});
		readAgain = () => {
			show({ phase: 'reading', failure: undefined });
			read(async (signal) => (await loaded).open(hands.aws, subject, signal)).catch(crash);
		};
		readAgain();
	}

	/** Reads a draft and shows it, unless the dialog was left or changed meanwhile. */
	async function read(draftOf: (signal: AbortSignal) => ReturnType<Form['open']>, notice?: string): Promise<void> {
		const { signal } = reading;
		const found = await look(draftOf(signal));
		if (signal.aborted) return;
		if ('failure' in found) return show({ phase: 'ready', failure: failedCallAndNext(found.failure) });
		const { dialog } = state.getState();
		if (dialog)
			state.setState({ dialog: { ...withDraft(dialog, found.value), phase: 'ready', failure: undefined, notice } });
		check();
	}

	/** What was read for other values is read again, once typing pauses. */
	function check(): void {
		const { dialog } = state.getState();
		const time = acting()?.time;
		if (!dialog?.draft || !time || dialog.draft.fits(dialog.values)) return;
		const { draft, values } = dialog;
		show({ phase: 'checking' });
		reading.abort();
		reading = new AbortController();
		pause?.();
		const timer = time.setTimeout(() => void read((signal) => draft.again(values, signal)).catch(crash), TYPING);
		pause = () => time.clearTimeout(timer);
	}

	/** Enter before it can be done sends nothing, now or later: what is asked for has to be seen first. */
	function holdBack(dialog: DialogState): void {
		state.setState({ dialog: heldBack(dialog) });
		if (dialog.phase !== 'ready' || isRead(dialog)) return;
		if (dialog.draft) check();
		else readAgain();
	}

	async function confirm(): Promise<void> {
		const { dialog } = state.getState();
		const hands = acting();
		if (!dialog || !hands || dialog.phase === 'carrying out') return;
		if (notYet(dialog) !== undefined) return holdBack(dialog);
		const ready = plannedOf(dialog);
		if (!ready || isRefusal(ready)) return;
		show({ phase: 'carrying out', tooEarly: false, failure: undefined, notice: undefined });
		const begun = await look(changes.begin(ready, hands, undoes)).catch((error: unknown) => {
			show({ phase: 'ready', failure: `Nothing was sent: ${error instanceof Error ? error.message : String(error)}` });
		});
		if (!begun) return;
		if ('failure' in begun) {
			return show({ phase: 'ready', failure: `Nothing was sent. ${failedCallAndNext(begun.failure)}` });
		}
		if (begun.value === 'outdated') {
			const { draft, values } = dialog;
			const notice = 'It has changed since you looked, so nothing was sent: look again.';
			if (draft) await read((signal) => draft.again(values, signal), notice);
			return;
		}
		const { id } = begun.value;
		if (ready.putBackAfter !== undefined) putBacks.schedule(id, hands.time.now() + ready.putBackAfter);
		state.setState({ dialog: undefined });
		dispatch({ type: 'cursor', pane: 'changes', cursor: id });
		const { serviceArn } = ready.plan.subject;
		if (serviceArn !== '') dispatch({ type: 'select-service', serviceArn });
		dispatch({ type: 'open', screen: 'change' });
	}

	return {
		state,
		act(request, service) {
			const form = import('../views/actions/form-for.ts').then(({ formFor }) => formFor(request, randomUUID()));
			open(titleOf(request, service.serviceName), subjectOf(service), form);
		},
		undo(id) {
			const record = state.getState().changes.find((one) => one.id === id);
			const form = changes.made(id)?.undo;
			if (!record || !form) return;
			const { title, subject } = record.plan;
			open(`Undo: ${title}`, subject, Promise.resolve(form), id);
		},
		edit(action) {
			const { dialog } = state.getState();
			if (!dialog) return;
			state.setState({ dialog: reduceDialog(dialog, action) });
			check();
		},
		confirm: () => void confirm().catch(crash),
		leave() {
			reading.abort();
			pause?.();
			state.setState({ dialog: undefined });
		},
		uses: changes.uses,
		ended: changes.ended,
		async stop() {
			reading.abort();
			putBacks.stop();
			await changes.stop();
		},
	};
}
