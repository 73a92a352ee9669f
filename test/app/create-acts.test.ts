import { ECS } from '@aws-sdk/client-ecs';
import { expect, test } from 'vitest';
import { createRequestHandler } from '../../src/drydock/wire/request-handler.ts';
import { notYet } from '../../src/views/actions/dialog-state.ts';
import { actingConsole, desired, differences, ended, newest, scaled, settled } from './acting-console.ts';

test('a dialog reads, previews while it is typed, and sends nothing until it is confirmed', async () => {
	const console = actingConsole();
	await console.scale('cart');
	expect(console.dialog()).toMatchObject({ title: 'Scale cart', phase: 'ready' });
	expect(differences(console)).toEqual([]);
	console.fill('count', '5');
	expect(differences(console)).toEqual(['Desired count 3 → 5']);
	console.acts.leave();
	expect(console.dialog()).toBeUndefined();
	expect(console.shop.sent()).toEqual([]);
});

test('a confirmed change is sent, opens its screen, and is followed to its end', async () => {
	const console = actingConsole();
	await scaled(console, 'cart', '5');
	expect(console.dialog()).toBeUndefined();
	expect(console.dispatched).toContainEqual({ type: 'open', screen: 'change' });
	await ended(console);
	expect(newest(console)).toMatchObject({ canUndo: true, outcome: { state: 'done', text: 'cart runs 5 of 5 tasks.' } });
	expect(console.shop.sent()).toEqual(['UpdateService']);
	expect(console.audit.map(({ event }) => event)).toEqual(['planned', 'sending', 'answered', 'ended']);
});

test('a dialog whose service was changed meanwhile sends nothing and shows what would be done now', async () => {
	const console = actingConsole();
	await console.scale('cart');
	console.fill('count', '+2');
	await settled(console);
	const { region, clusterArn, serviceArn } = await console.shop.subject('cart');
	const input = { cluster: clusterArn, service: serviceArn, desiredCount: 6 };
	await console.shop.aws.change({ name: 'ecs:UpdateService', region, input }, { clusterArn });
	console.acts.confirm();
	await console.until(() => console.dialog()?.notice !== undefined);
	expect(console.dialog()?.notice).toMatch(/nothing was sent/u);
	expect(differences(console)).toEqual(['Desired count 6 → 8']);
	expect(console.shop.sent()).toEqual(['UpdateService']);
});

test('a change whose answer was lost says that it is there all the same', async () => {
	const console = actingConsole();
	console.shop.drydock.dispatcher.setFaults([{ operation: 'ecs:UpdateService', lost: 1 }]);
	await scaled(console, 'cart', '5');
	await ended(console);
	expect(newest(console)?.steps.map(({ text }) => text)).toContain('the answer was lost, but AWS has taken it');
	expect(newest(console)?.outcome?.state).toBe('done');
});

test('what is typed while a change is about to be sent is not heard, and it is sent once', async () => {
	const console = actingConsole();
	await console.scale('cart');
	console.fill('count', '5');
	await settled(console);
	console.acts.confirm();
	console.acts.edit({ type: 'edit', edit: { type: 'insert', text: '0' } });
	console.acts.confirm();
	expect(differences(console)).toEqual(['Desired count 3 → 5']);
	await console.until(() => newest(console) !== undefined);
	await ended(console);
	expect(console.shop.sent()).toEqual(['UpdateService']);
});

test('confirming before what follows is looked up sends nothing, then or later', async () => {
	const console = actingConsole();
	await console.scale('cart');
	console.fill('count', '5');
	console.acts.confirm();
	expect(console.dialog()).toMatchObject({ phase: 'checking', tooEarly: true });
	await settled(console);
	expect(console.dialog()).toMatchObject({ phase: 'ready', tooEarly: true });
	expect(console.shop.sent()).toEqual([]);
	console.acts.confirm();
	await console.until(() => newest(console) !== undefined);
	await ended(console);
	expect(await desired(console, 'cart')).toBe(5);
});

test('what could not be looked up is not carried out; confirming looks once more', async () => {
	const console = actingConsole();
	await console.scale('cart');
	console.shop.drydock.dispatcher.setFaults([{ operation: 'ecs:DescribeServices', accessDenied: true }]);
	console.fill('count', '5');
	await settled(console);
	const failed = console.dialog();
	expect(failed?.failure).toMatch(/^ecs:DescribeServices failed/u);
	expect(failed && notYet(failed)).toBe('what follows from it could not be looked up');
	console.shop.drydock.dispatcher.setFaults([]);
	console.acts.confirm();
	await settled(console);
	const again = console.dialog();
	expect(again && notYet(again)).toBeUndefined();
	expect(again?.failure).toBeUndefined();
	expect(console.shop.sent()).toEqual([]);
});

test('a dialog whose service is deleted meanwhile sends nothing, and says so', async () => {
	const console = actingConsole();
	await console.scale('cart');
	console.fill('count', '5');
	await settled(console);
	const { clusterArn, serviceArn, region } = await console.shop.subject('cart');
	const ecs = new ECS({
		region,
		credentials: { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'secret' },
		requestHandler: createRequestHandler(console.shop.drydock.dispatcher),
	});
	await ecs.deleteService({ cluster: clusterArn, service: serviceArn, force: true });
	console.acts.confirm();
	await console.until(() => console.dialog()?.notice !== undefined);
	const open = console.dialog();
	expect(open?.notice).toBe('It has changed since you looked, so nothing was sent: look again.');
	expect(open && notYet(open)).toBe('cart is DRAINING: it is being deleted.');
	expect(console.shop.sent()).toEqual(['DeleteService']);
});

test('a dialog that cannot be read says what failed, and can be left', async () => {
	const console = actingConsole();
	const { clusterArn, serviceArn } = await console.shop.subject('cart');
	const [cart] = await console.shop.aws.describeServices(clusterArn, [serviceArn]);
	console.shop.drydock.dispatcher.setFaults([{ operation: 'ecs:DescribeServices', accessDenied: true }]);
	if (cart) console.acts.act({ verb: 'scale' }, cart);
	await console.until(() => console.dialog()?.failure !== undefined);
	expect(console.dialog()?.failure).toMatch(/^ecs:DescribeServices failed: AccessDeniedException\. /u);
	const open = console.dialog();
	expect(open && notYet(open)).toBe('it could not be read');
	console.shop.drydock.dispatcher.setFaults([]);
	console.acts.confirm();
	await console.until(() => console.dialog()?.draft !== undefined);
	expect(console.dialog()?.failure).toBeUndefined();
	console.acts.leave();
	expect(console.dialog()).toBeUndefined();
});

test('an audit log that cannot be written keeps a change from being sent', async () => {
	const console = actingConsole();
	Object.assign(console.acting.audit, { append: () => Promise.reject(new Error('no space left on device')) });
	await console.scale('cart');
	console.fill('count', '5');
	await settled(console);
	console.acts.confirm();
	await console.until(() => console.dialog()?.failure !== undefined);
	expect(console.dialog()?.failure).toBe('Nothing was sent: no space left on device');
	expect(console.shop.sent()).toEqual([]);
});

test('a console that ends waits for the answer of what it has sent, and leaves the rest to AWS', async () => {
	const console = actingConsole();
	await scaled(console, 'cart', '5');
	await console.acts.stop();
	await console.acts.ended();
	expect(newest(console)?.outcome).toMatchObject({ state: 'left' });
	expect(await desired(console, 'cart')).toBe(5);
	expect(console.audit.at(-1)).toMatchObject({ event: 'ended', outcome: { state: 'left' } });
});
