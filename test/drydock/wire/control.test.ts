import { expect, test } from 'vitest';
import { control, type WorldControl } from '../../../src/drydock/wire/control.ts';
import { dispatcherWith } from './dispatcher.ts';

const dispatcher = () => dispatcherWith({ ecs: { ListClusters: {} } });

test('faults are added one by one or as a list, listed, and ended', () => {
	const on = dispatcher();
	const slow = { operation: '*', latencyMs: 50 };
	const denied = { operation: 'ecs:ListClusters', accessDenied: true };
	const throttled = { operation: 'logs:*', throttled: 0.2 };
	expect(post(on, 'faults', slow)).toEqual({ status: 200, body: [slow] });
	expect(post(on, 'faults', [denied, throttled]).body).toEqual([slow, denied, throttled]);
	expect(control({ method: 'GET', path: '/_drydock/faults', body: '' }, on, undefined).body).toHaveLength(3);
	expect(control({ method: 'DELETE', path: '/_drydock/faults', body: '' }, on, undefined).body).toEqual([]);
	expect(on.faults()).toEqual([]);
});

test.each([
	['{', 'not JSON'],
	['{"operation":"ecs:ListShips"}', 'drydock does not implement this operation\n  → at [0].operation'],
	['{"operation":"ecs"}', 'must be "*", "<service>:*" or "<service>:<Operation>"'],
	['[{"operation":"*"},{"operation":"*","throttled":7}]', 'at [1].throttled'],
	['5', 'expected object'],
])('the faults %s are refused with the reason', (body, reason) => {
	const on = dispatcher();
	const answer = control({ method: 'POST', path: '/_drydock/faults', body }, on, undefined);
	expect(answer).toMatchObject({ status: 400, body: { error: expect.stringContaining(reason) } });
	expect(on.faults()).toEqual([]);
});

test("the world's clock is read, sped up, paused and stepped", () => {
	const world = fakeWorld();
	expect(control({ method: 'GET', path: '/_drydock/world', body: '' }, dispatcher(), world).body).toEqual({
		now: '1970-01-01T00:00:00.000Z',
		speed: 1,
		paused: false,
	});
	const answer = post(dispatcher(), 'clock', { speed: 10, pause: true, step: 90 }, world);
	expect(answer).toEqual({ status: 200, body: { now: '1970-01-01T00:01:30.000Z', speed: 10, paused: true } });
});

test.each([[{}], [{ speed: 0 }], [{ step: -1 }], [{ sped: 2 }]])('the clock refuses %j', (change) => {
	const world = fakeWorld();
	expect(post(dispatcher(), 'clock', change, world).status).toBe(400);
	expect(world.clock).toEqual({ now: 0, speed: 1, paused: false });
});

test('a server without a world says so', () => {
	expect(post(dispatcher(), 'clock', { speed: 2 }).status).toBe(409);
});

test('an unknown control names those that there are', () => {
	const answer = control({ method: 'GET', path: '/_drydock/weather', body: '' }, dispatcher(), undefined);
	expect(answer).toMatchObject({ status: 404, body: { controls: expect.stringContaining('/_drydock/faults') } });
});

function post(on: ReturnType<typeof dispatcher>, what: string, body: unknown, world?: WorldControl) {
	return control({ method: 'POST', path: `/_drydock/${what}`, body: JSON.stringify(body) }, on, world);
}

function fakeWorld(): WorldControl {
	const clock = { now: 0, speed: 1, paused: false };
	return {
		clock,
		setSpeed: (speed) => void (clock.speed = speed),
		setPaused: (paused) => void (clock.paused = paused),
		step: (ms) => void (clock.now += ms),
	};
}
