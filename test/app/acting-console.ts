import { vi } from 'vitest';
import type { Acting } from '../../src/app/acting.ts';
import { createActs, type Acts } from '../../src/app/create-acts.ts';
import type { AuditEntry } from '../../src/actions/audit.ts';
import type { UiAction } from '../../src/views/ui-state.ts';
import { isRefusal } from '../../src/actions/plan.ts';
import { plannedOf, type DialogState } from '../../src/views/actions/dialog-state.ts';
import { editedLine } from '../../src/components/edit-line.ts';
import { actingShop, type ActingShop } from '../actions/shop.ts';
import { steppedTime } from '../store/stepped-time.ts';

/** What changes AWS from a console, over a shop whose time is stepped with ours. */
export type ActingConsole = {
	readonly shop: ActingShop;
	readonly acts: Acts;
	readonly acting: Acting;
	readonly dispatched: readonly UiAction[];
	readonly audit: readonly AuditEntry[];
	dialog(): DialogState | undefined;
	/** Opens the dialog of a scale and waits until it is read. */
	scale(service: string): Promise<void>;
	/** Fills in a field of the dialog. */
	fill(id: string, text: string): void;
	/** Lets time pass, the shop's and the timers'. */
	pass(ms: number): Promise<void>;
	/** Waits until it holds. */
	until(holds: () => boolean): Promise<void>;
};

export function actingConsole(): ActingConsole {
	const shop = actingShop();
	const time = steppedTime(shop.drydock.world.clock.now);
	const dispatched: UiAction[] = [];
	const acting: Acting = { aws: shop.aws, audit: shop.hands.audit, time };
	const acts = createActs({
		acting: () => acting,
		dispatch: (action) => void dispatched.push(action),
		mustType: () => undefined,
		refresh: () => {},
		isShown: () => false,
		crash: (error) => {
			throw error;
		},
	});
	const dialog = () => acts.state.getState().dialog;
	const until = (holds: () => boolean) => vi.waitUntil(holds, { timeout: 5_000, interval: 1 });
	return {
		shop,
		acts,
		acting,
		dispatched,
		audit: shop.audit,
		dialog,
		until: async (holds) => void (await until(holds)),
		async scale(service) {
			const { clusterArn, serviceArn } = await shop.subject(service);
			const [found] = await shop.aws.describeServices(clusterArn, [serviceArn]);
			if (!found) throw new Error(`There is no ${service}.`);
			acts.act({ verb: 'scale' }, found);
			await until(() => dialog()?.phase === 'ready');
		},
		fill(id, text) {
			while (dialog()?.focus !== id) acts.edit({ type: 'focus', step: 1 });
			acts.edit({ type: 'edit', edit: { type: 'erase-line' } });
			acts.edit({ type: 'edit', edit: { type: 'insert', text: editedLine(text).text } });
		},
		async pass(ms) {
			for (let passed = 0; passed < ms; passed += 1_000) {
				shop.drydock.control.step(1_000);
				// oxlint-disable-next-line no-await-in-loop -- a second after the other
				await time.step(1_000);
			}
		},
	};
}

/** What the dialog would do, as before and after. */
export function differences({ dialog }: ActingConsole): readonly string[] {
	const open = dialog();
	const planned = open && plannedOf(open);
	if (!planned || isRefusal(planned)) return [];
	return planned.plan.differences.map(({ what, before, after }) => `${what} ${before} → ${after}`);
}

/** Scales a service through the dialog, until its first call has left. */
export async function scaled(console: ActingConsole, service: string, count: string): Promise<void> {
	const before = console.acts.state.getState().changes.length;
	await console.scale(service);
	console.fill('count', count);
	await settled(console);
	console.acts.confirm();
	await console.until(() => console.acts.state.getState().changes.length > before);
}

/** Lets typing pause and what follows from it be looked up. */
export async function settled({ pass, until, dialog }: ActingConsole): Promise<void> {
	if (dialog()?.phase === 'checking') await pass(1_000);
	await until(() => dialog()?.phase === 'ready');
}

/** The change that was made last. */
export const newest = ({ acts }: ActingConsole) => acts.state.getState().changes[0];
/** The desired count of a service in the shop. */
export const desired = async ({ shop }: ActingConsole, service: string) => {
	const { clusterArn, serviceArn } = await shop.subject(service);
	return (await shop.aws.describeServices(clusterArn, [serviceArn]))[0]?.desiredCount;
};

/** Lets time pass until the newest change has ended. */
export async function ended(console: ActingConsole): Promise<void> {
	while (newest(console)?.outcome === undefined) {
		// oxlint-disable-next-line no-await-in-loop -- time passes bit by bit
		await console.pass(3_000);
	}
}
