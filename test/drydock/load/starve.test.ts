import { expect, test } from 'vitest';
import { createDrydock } from '../../../src/drydock/drydock.ts';
import { starveContainers } from '../../../src/drydock/load/starve.ts';
import { readScenario } from '../../../src/drydock/scenario/read-scenario.ts';
import { MINUTE, SECOND } from '../../../src/drydock/world/clock.ts';
import type { ContainerState } from '../../../src/drydock/world/container.ts';
import { NOON, taskOf, the } from '../world/small-shop.ts';

/** Cart with an agent that wants 300 CPU units, in a task of 1024 that gets `wanted` units' worth of requests, and is never killed. */
function crowded(wanted: number, more: { readonly cart?: string; readonly agent?: string; readonly burst?: string }) {
	const yaml = [
		'description: a test',
		'clusters: [{ name: prod, region: ap-northeast-1, instances: [{ name: ecs, type: m5.large, desired: 1 }] }]',
		`sidecars: { agent: { image: agent:1, ${more.agent ?? 'cpu: 10'}, healthCheck: { command: agent health } } }`,
		'services:',
		`  - { name: cart, tasks: 1, cpu: 1024, memory: 2048, port: 80, loadBalancer: /, gracePeriod: 9999999, sidecars: [agent], ${more.cart ?? 'containerCpu: 1000'},`,
		`      traffic: { base: ${wanted / 1.024}, swing: 0, noise: 0 } }`,
		'behaviours:',
		'  cart: { idleCpu: 0, cpuPerRequest: 1 }',
		`  agent: { idleCpu: 300${more.burst ?? ''} }`,
	].join('\n');
	const scenario = readScenario(yaml, 'test.yaml');
	const drydock = createDrydock({ scenario, startAt: NOON, now: () => NOON });
	const [cart, agent] = taskOf(drydock.world, 'cart').containers;
	return { ...drydock, cart: the(cart), agent: the(agent) };
}

const starvesIn = ({ starvation = [] }: ContainerState): number =>
	starvation.reduce((sum, { from, until }) => sum + (until - from) / SECOND, 0);

test('nobody starves while the task has CPU for all', () => {
	const { cart, agent } = crowded(700, {});
	expect([cart, agent].map(starvesIn)).toEqual([0, 0]);
});

test('the one with few shares starves when the task has not, and fails its health check', () => {
	const { control, cart, agent } = crowded(1200, {});
	expect([cart, agent].map(starvesIn)).toEqual([0, 60]);
	control.step(2 * MINUTE);
	expect(agent.lastProbe).toEqual({ exitCode: -1, output: 'Health check exceeded timeout (5s)' });
});

test('the one without CPU units starves beside a greedy one, and its target times out', () => {
	const { control, world, cart, agent } = crowded(200, {
		cart: 'containerCpu: 0',
		agent: 'cpu: 256',
		burst: ', cpuBurst: { from: 0, every: 60, for: 45, units: 2000 }',
	});
	expect(starvesIn(cart)).toBe(45);
	expect(starvesIn(agent)).toBe(0);
	const [target] = [...world.targetGroups.values()].flatMap(({ targets }) => [...targets.values()]);
	const seen = new Set<string | undefined>();
	for (let second = 0; second < 60; second++) {
		control.step(SECOND);
		seen.add(target?.description);
	}
	expect(seen).toContain('Request timed out');
});

test('one that is fed again answers again', () => {
	const { control, world, agent } = crowded(1200, {});
	control.step(30 * SECOND);
	for (const service of world.services.values())
		the(service.traffic).surges.push({ from: 0, until: Infinity, factor: 0.1 });
	starveContainers(world);
	expect(agent.starvation).toBeUndefined();
	control.step(MINUTE);
	expect(agent.lastProbe).toEqual({ exitCode: 0, output: '' });
});

test('on an instance a task may use more than its size: nobody starves for that', () => {
	const { cart, agent } = crowded(1200, { cart: 'launchType: EC2', agent: 'memory: 64' });
	expect([cart, agent].map(starvesIn)).toEqual([0, 0]);
});
