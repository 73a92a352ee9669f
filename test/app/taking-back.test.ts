import { expect, test } from 'vitest';
import {
	actingConsole,
	type ActingConsole,
	desired,
	differences,
	ended,
	newest,
	scaled,
	settled,
} from './acting-console.ts';

test('undo shows the way back, takes it, and can be taken back itself', async () => {
	const console = actingConsole();
	await scaled(console, 'cart', '5');
	await ended(console);
	console.acts.undo(newest(console)?.id ?? '');
	await console.until(() => console.dialog()?.phase === 'ready');
	expect(console.dialog()?.title).toBe('Undo: Scale cart');
	expect(differences(console)).toEqual(['Desired count 5 → 3']);
	console.acts.confirm();
	await console.until(() => console.acts.state.getState().changes.length === 2);
	const [undone, first] = console.acts.state.getState().changes;
	expect(first?.undoneBy).toBe(undone?.id);
	await ended(console);
	expect(await desired(console, 'cart')).toBe(3);
	console.acts.undo(newest(console)?.id ?? '');
	await console.until(() => console.dialog()?.phase === 'ready');
	expect(differences(console)).toEqual(['Desired count 3 → 5']);
});

/** Scales a service for a quarter of an hour, and sees it done. */
async function scaledForAWhile(console: ActingConsole): Promise<void> {
	await console.scale('cart');
	console.fill('count', '5');
	console.acts.edit({ type: 'focus', step: 1 });
	console.acts.edit({ type: 'choose', step: 1 });
	await settled(console);
	console.acts.confirm();
	await console.until(() => newest(console) !== undefined);
	await ended(console);
}

test('what was changed for a while is put back by itself', async () => {
	const console = actingConsole();
	await scaledForAWhile(console);
	expect(newest(console)?.putBack?.state).toBe('waiting');
	await console.pass(15 * 60_000);
	await console.until(() => console.acts.state.getState().changes.length === 2);
	await ended(console);
	expect(await desired(console, 'cart')).toBe(3);
	expect(console.acts.state.getState().changes[1]?.putBack).toMatchObject({ state: 'done', text: 'cart was put back' });
});

test('what somebody else has changed meanwhile is left as it is, and that is said', async () => {
	const console = actingConsole();
	await scaledForAWhile(console);
	const { region, clusterArn, serviceArn } = await console.shop.subject('cart');
	const input = { cluster: clusterArn, service: serviceArn, desiredCount: 7 };
	await console.shop.aws.change({ name: 'ecs:UpdateService', region, input }, { clusterArn });
	await console.pass(15 * 60_000);
	await console.until(() => newest(console)?.putBack?.state === 'left');
	expect(await desired(console, 'cart')).toBe(7);
	expect(console.dispatched.at(-1)).toMatchObject({
		type: 'flash',
		flash: {
			level: 'error',
			text: 'Scale cart was not put back: it was changed meanwhile, by somebody or by autoscaling',
		},
	});
});

test('what AWS refuses to put back is not said to be back', async () => {
	const console = actingConsole();
	await scaledForAWhile(console);
	console.shop.drydock.dispatcher.setFaults([{ operation: 'ecs:UpdateService', accessDenied: true }]);
	await console.pass(15 * 60_000);
	await console.until(() => newest(console)?.outcome?.state === 'failed');
	await console.until(() => console.acts.state.getState().changes[1]?.putBack?.state === 'left');
	const [, first] = console.acts.state.getState().changes;
	expect(first?.undoneBy).toBeUndefined();
	expect(first?.putBack?.text).toMatch(/^Scale cart was not put back: ecs:UpdateService: AccessDeniedException/u);
	expect(await desired(console, 'cart')).toBe(5);
});

test('an undo that AWS refuses leaves the change to be taken back', async () => {
	const console = actingConsole();
	await scaled(console, 'cart', '5');
	await ended(console);
	const { id = '' } = newest(console) ?? {};
	console.acts.undo(id);
	await console.until(() => console.dialog()?.phase === 'ready');
	console.shop.drydock.dispatcher.setFaults([{ operation: 'ecs:UpdateService', accessDenied: true }]);
	console.acts.confirm();
	await console.until(() => newest(console)?.outcome?.state === 'failed');
	expect(console.acts.state.getState().changes.map(({ undoneBy }) => undoneBy)).toEqual([undefined, undefined]);
	console.shop.drydock.dispatcher.setFaults([]);
	console.acts.undo(id);
	await console.until(() => console.dialog()?.phase === 'ready');
	expect(differences(console)).toEqual(['Desired count 5 → 3']);
});

test('a change that is taken back on the way is no alarm', async () => {
	const console = actingConsole();
	await scaled(console, 'cart', '5');
	await console.until(() => newest(console)?.canUndo ?? false);
	const { id = '' } = newest(console) ?? {};
	console.acts.undo(id);
	await console.until(() => console.dialog()?.phase === 'ready');
	console.acts.confirm();
	await console.until(() => console.acts.state.getState().changes.length === 2);
	const of = () => console.acts.state.getState().changes.find((one) => one.id === id);
	await ended(console);
	await console.pass(10_000);
	expect(of()?.outcome).toBeDefined();
	expect(of()?.undoneBy).toBe(newest(console)?.id);
	expect(console.dispatched).not.toContainEqual(
		expect.objectContaining({ flash: expect.objectContaining({ level: 'error' }) }),
	);
});
