import { expect, test } from 'vitest';
import { createDrydock, type Drydock } from '../../../src/drydock/drydock.ts';
import { BUCKET_MS, linesInBucket } from '../../../src/drydock/logs/bucket-lines.ts';
import { followWorld } from '../../../src/drydock/logs/follow-world.ts';
import { emptyLogBook } from '../../../src/drydock/logs/log-book.ts';
import { countTasks } from '../../../src/drydock/services/ecs/task-counts.ts';
import { resizeGroup } from '../../../src/drydock/world/capacity/resize-group.ts';
import { HOUR, MINUTE, SECOND } from '../../../src/drydock/world/clock.ts';
import type { ServiceState } from '../../../src/drydock/world/service.ts';
import type { TaskState } from '../../../src/drydock/world/task.ts';
import { NOON, serviceNamed, tasks } from '../world/small-shop.ts';

const open = (scenario: string, seed = 1): Drydock => createDrydock({ scenario, seed, startAt: NOON, now: () => NOON });

function running({ world }: Drydock, name: string): number {
	return countTasks(tasks(world, name)).runningCount;
}

function stopped({ world }: Drydock, name: string): TaskState[] {
	return tasks(world, name).filter(({ desiredStatus }) => desiredStatus === 'STOPPED');
}

function isFine(service: ServiceState): boolean {
	return service.deployments.length === 1 && service.deployments[0]?.rolloutState === 'COMPLETED';
}

test('shop has about forty services in three clusters and two regions', () => {
	const { world, regions } = open('shop');
	expect(world.services.size).toBe(40);
	expect(world.clusters.size).toBe(3);
	expect(regions).toEqual(['ap-northeast-1', 'eu-west-1']);
	expect([...world.services.values()].filter(isFine).length).toBeGreaterThan(30);
});

test('shop opens with checkout at 2 of 4, failing its health check, for any seed', () => {
	for (const seed of [1, 2, 3]) {
		const drydock = open('shop', seed);
		const service = serviceNamed(drydock.world, 'checkout');
		expect(service.deployments[0]).toMatchObject({ rolloutState: 'IN_PROGRESS' });
		expect(service.deployments[0]?.revision.settings.taskDefinition).toMatch(/checkout:43$/);
		const healthy = tasks(drydock.world, 'checkout').filter(({ healthStatus, desiredStatus }) => {
			return healthStatus === 'HEALTHY' && desiredStatus === 'RUNNING';
		});
		expect(healthy).toHaveLength(2);
		const reasons = stopped(drydock, 'checkout').map(({ stoppedReason }) => stoppedReason);
		expect(reasons.filter((reason) => reason === 'Task failed container health checks').length).toBeGreaterThan(2);
	}
});

test('shop has payments in a crash loop after a rollback, and it goes on', () => {
	const drydock = open('shop');
	const service = serviceNamed(drydock.world, 'payments');
	expect(service.serviceDeployments[0]?.status).toBe('ROLLBACK_IN_PROGRESS');
	const crashes = () => stopped(drydock, 'payments').filter(({ stopCode }) => stopCode === 'EssentialContainerExited');
	expect(crashes().length).toBeGreaterThan(20);
	expect(crashes().every(({ containers }) => containers[0]?.exitCode === 1)).toBe(true);
	const newest = crashes().at(-1);
	drydock.control.step(5 * MINUTE);
	expect(crashes().at(-1)).not.toBe(newest);
	const rollback = service.events.find(({ message }) => message.includes('rolling back to deployment'));
	expect(rollback?.createdAt).toBeLessThan(NOON);
	drydock.control.step(10 * MINUTE);
	expect(service.serviceDeployments[0]?.createdAt).toBeGreaterThan(NOON);
});

test('shop has search at its ceiling', () => {
	const drydock = open('shop');
	expect(running(drydock, 'search')).toBe(6);
	const target = [...drydock.world.scalableTargets.values()].find(({ resourceId }) => resourceId.endsWith('/search'));
	expect(target).toMatchObject({ maxCapacity: 6 });
	expect(target?.activities[0]?.notScaledReasons?.[0]?.code).toBe('AlreadyAtMaxCapacity');
});

test('calm stays calm', () => {
	const drydock = open('calm');
	drydock.control.step(30 * MINUTE);
	for (const service of drydock.world.services.values()) expect(isFine(service)).toBe(true);
	const failures = [...drydock.world.tasks.values()].filter(({ stoppedReason }) => {
		return stoppedReason !== undefined && !stoppedReason.startsWith('Scaling activity initiated by');
	});
	expect(failures).toEqual([]);
});

test('big has 400 services with 4,000 tasks', () => {
	const { world } = open('big');
	expect(world.services.size).toBe(400);
	const up = [...world.tasks.values()].filter(({ lastStatus }) => lastStatus === 'RUNNING').length;
	expect(up).toBe(4_000);
	expect([...world.services.values()].reduce((sum, { desiredCount }) => sum + desiredCount, 0)).toBe(4_000);
});

test('big writes about 2,000 log lines a second', () => {
	const { world } = open('big');
	const book = emptyLogBook();
	followWorld(book, world);
	const buckets = [10, 20, 30, 40, 50].map((ago) => Math.floor((world.clock.now - ago * SECOND) / BUCKET_MS));
	const lines = [...book.streams.values()].flatMap((stream) => {
		return buckets.flatMap((bucket) => linesInBucket(stream, bucket));
	});
	const perSecond = lines.length / buckets.length;
	expect(perSecond).toBeGreaterThan(1_800);
	expect(perSecond).toBeLessThan(2_200);
});

test('bad-deploy is rolled back, recovers, and is deployed again', () => {
	const drydock = open('bad-deploy');
	const service = serviceNamed(drydock.world, 'checkout');
	drydock.control.step(5 * MINUTE);
	expect(service.serviceDeployments[0]).toMatchObject({
		status: 'ROLLBACK_SUCCESSFUL',
		statusReason: 'Service deployment rolled back because the circuit breaker threshold was exceeded.',
		circuitBreaker: { status: 'TRIGGERED' },
	});
	expect(running(drydock, 'checkout')).toBe(4);
	drydock.control.step(10 * MINUTE);
	expect(service.serviceDeployments.filter(({ createdAt }) => createdAt > NOON - 2 * MINUTE)).toHaveLength(2);
});

test('health-check never gets a task of the new revision healthy', () => {
	const drydock = open('health-check');
	const service = serviceNamed(drydock.world, 'checkout');
	const probe = tasks(drydock.world, 'checkout').map(({ containers }) => containers[0]?.lastProbe?.output ?? '');
	expect(probe.some((output) => output.includes('port 8080'))).toBe(true);
	for (let minute = 0; minute < 10; minute++) {
		drydock.control.step(MINUTE);
		const newer = tasks(drydock.world, 'checkout').filter(({ startedBy }) => startedBy === service.deployments[0]?.id);
		expect(newer.every(({ healthStatus }) => healthStatus !== 'HEALTHY')).toBe(true);
	}
});

test('oom kills tasks again and again, with the reason AWS gives', () => {
	const drydock = open('oom');
	const kills = () => stopped(drydock, 'recommendations').filter(({ containers }) => containers[0]?.exitCode === 137);
	expect(kills().length).toBeGreaterThan(10);
	expect(kills()[0]?.containers[0]?.reason).toBe('OutOfMemoryError: Container killed due to memory usage');
	expect(serviceNamed(drydock.world, 'recommendations').desiredCount).toBe(3);
});

test('bad-image asks for a tag that is not there, and no task of it ever starts', () => {
	const drydock = open('bad-image');
	const failed = stopped(drydock, 'checkout').filter(({ stopCode }) => stopCode === 'TaskFailedToStart');
	expect(failed.length).toBeGreaterThan(3);
	for (const { stoppedReason } of failed)
		expect(stoppedReason).toMatch(/failed to resolve ref (\S+:44): \1: not found$/u);
	expect(running(drydock, 'checkout')).toBe(4);
});

test('cpu-ceiling holds search at its maximum', () => {
	const drydock = open('cpu-ceiling');
	drydock.control.step(20 * MINUTE);
	const [search] = [...drydock.world.scalableTargets.values()];
	expect(serviceNamed(drydock.world, 'search').desiredCount).toBe(search?.maxCapacity);
	expect(
		search?.activities.some(({ notScaledReasons }) => notScaledReasons?.[0]?.code === 'AlreadyAtMaxCapacity'),
	).toBe(true);
});

test('port-conflict never places the new revision beside the old, and says so once in six hours', () => {
	const drydock = open('port-conflict');
	const service = serviceNamed(drydock.world, 'web');
	const told = () => service.events.filter(({ message }) => message.includes('is already using a port required'));
	expect(told()).toHaveLength(1);
	drydock.control.step(4 * HOUR);
	expect(told()).toHaveLength(1);
	drydock.control.step(2 * HOUR);
	expect(told()).toHaveLength(2);
	expect(service.deployments.map(({ rolloutState }) => rolloutState)).toEqual(['IN_PROGRESS', 'COMPLETED']);
	expect(tasks(drydock.world, 'web').map(({ startedBy }) => startedBy)).toEqual([service.deployments[1]?.id]);
});

test('port-conflict ends with another instance', () => {
	const drydock = open('port-conflict');
	const [group] = drydock.world.autoScalingGroups.values();
	if (group) resizeGroup(drydock.world, group, { desiredCapacity: 2 });
	drydock.control.step(10 * MINUTE);
	expect(isFine(serviceNamed(drydock.world, 'web'))).toBe(true);
});

test('no-room leaves tasks waiting for an instance that never comes, and a deployment without a place', () => {
	const drydock = open('no-room');
	const waiting = () => tasks(drydock.world, 'checkout').filter(({ awaits }) => awaits);
	const said = (name: string) => serviceNamed(drydock.world, name).events.map(({ message }) => message);
	expect(running(drydock, 'checkout')).toBe(10);
	expect(waiting()).toHaveLength(2);
	expect(said('reports')[0]).toContain('has insufficient memory available.');
	drydock.control.step(20 * MINUTE);
	expect(said('checkout')).toContain(
		'(service checkout) was unable to place a task. Reason: TaskFailedToStart: RESOURCE:MEMORY.',
	);
	expect(running(drydock, 'checkout')).toBe(10);
	const [group] = drydock.world.autoScalingGroups.values();
	expect(group).toMatchObject({ desiredCapacity: 2, maxSize: 2 });
});

test('blue-green rolls a canary back when its alarm goes off, waits at a pause, and goes on step by step', () => {
	const drydock = open('blue-green');
	const rollout = (name: string) => serviceNamed(drydock.world, name).serviceDeployments[0];
	const shares = () => ['checkout', 'cart', 'catalog'].map((name) => rollout(name)?.shift?.production);
	drydock.control.step(2 * MINUTE);
	expect(shares()).toEqual([10, 0, 50]);
	expect(rollout('checkout')).toMatchObject({ status: 'IN_PROGRESS', alarms: { status: 'MONITORING' } });
	drydock.control.step(5 * MINUTE);
	expect(rollout('checkout')).toMatchObject({
		status: 'ROLLBACK_SUCCESSFUL',
		alarms: { status: 'TRIGGERED', triggeredAlarmNames: ['checkout-5xx'] },
	});
	expect(rollout('cart')?.shift?.hooks.map(({ status }) => status)).toEqual(['SUCCEEDED', 'AWAITING_ACTION']);
	drydock.control.step(10 * MINUTE);
	expect(rollout('catalog')?.status).toBe('SUCCESSFUL');
	expect(running(drydock, 'checkout')).toBe(4);
	drydock.control.step(HOUR);
	expect(rollout('cart')?.statusReason).toBe(
		'Service deployment rolled back because PRE_PRODUCTION_TRAFFIC_SHIFT pause hook timed out.',
	);
});

test('throttled sets its faults after the first look, and ends none but them', () => {
	const { control, dispatcher } = open('throttled');
	expect(dispatcher.faults()).toEqual([]);
	control.step(21 * SECOND);
	expect(dispatcher.faults().find(({ operation }) => operation === 'ecs:*')?.otherCallers).toBeGreaterThan(20);
	const mine = { operation: 'sts:*', latencyMs: 50 };
	dispatcher.setFaults([mine]);
	control.step(4 * MINUTE);
	expect(dispatcher.faults()).toEqual([mine]);
});

test('the same seed gives the same world, another seed another', () => {
	const picture = (seed: number) => {
		const { world, control } = open('shop', seed);
		control.step(5 * MINUTE);
		return [...world.tasks.values()].map(({ taskId, lastStatus, stoppedReason }) => [
			taskId,
			lastStatus,
			stoppedReason,
		]);
	};
	expect(picture(4)).toEqual(picture(4));
	expect(picture(4)).not.toEqual(picture(5));
});

test('a world is the same whether it was stepped in one go or in many', () => {
	const [once, often] = [open('bad-deploy'), open('bad-deploy')];
	once.control.step(10 * MINUTE);
	for (let second = 0; second < 600; second++) often.control.step(SECOND);
	const events = ({ world }: Drydock) => serviceNamed(world, 'checkout').events;
	expect(events(often)).toEqual(events(once));
});

test('every time in a world is a whole millisecond, in its past too', () => {
	const { world, control } = open('shop');
	control.step(10 * MINUTE);
	const { clusters, services, tasks: all, taskDefinitions, targetGroups, scalableTargets } = world;
	const times = [clusters, services, all, taskDefinitions, targetGroups, scalableTargets].flatMap((things) =>
		numbersIn([...things.values()]).filter((number) => number > Date.UTC(2020)),
	);
	expect(times.length).toBeGreaterThan(1_000);
	expect(times.filter((time) => !Number.isInteger(time))).toEqual([]);
});

function numbersIn(value: unknown): number[] {
	if (typeof value === 'number') return [value];
	if (value instanceof Map) return [...value.values()].flatMap(numbersIn);
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

test('code-deploy opens with traffic on two revisions, one that waits for somebody, and one that does not get up', () => {
	const drydock = open('code-deploy');
	const groups = [...drydock.world.codeDeploy.values()].flatMap((application) => [...application.groups.values()]);
	const [gifts, wallet, loyalty] = groups.map(({ deployments }) => deployments[0]);
	expect(gifts).toMatchObject({ status: 'InProgress', weight: 10 });
	expect(wallet?.status).toBe('Ready');
	expect(loyalty?.lifecycle.find(({ status }) => status === 'InProgress')?.name).toBe('Install');
	const crashes = stopped(drydock, 'loyalty').filter(({ stopCode }) => stopCode === 'EssentialContainerExited');
	expect(crashes.length).toBeGreaterThan(3);
});
