import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createDrydock } from '../../../src/drydock/drydock.ts';
import { readScenario } from '../../../src/drydock/scenario/read-scenario.ts';
import { MINUTE } from '../../../src/drydock/world/clock.ts';
import { NOON, serviceNamed, taskOf, tasks } from '../world/small-shop.ts';

const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
const [shifting = '', onInstances = '', failing = ''] = [
	...readme.matchAll(/```yaml\n(description: [\s\S]*?)```/g),
].map(([, yaml]) => yaml);

function open(yaml: string) {
	return createDrydock({ scenario: readScenario(yaml, 'README.md'), startAt: NOON, now: () => NOON });
}

test("the README's scenario is one, and what it says comes about", () => {
	const { world, control } = open(shifting);
	const status = (name: string) => serviceNamed(world, name).serviceDeployments[0]?.status;
	control.step(11 * MINUTE);
	expect([status('checkout'), status('cart')]).toEqual(['ROLLBACK_SUCCESSFUL', 'IN_PROGRESS']);
	control.step(30 * MINUTE);
	expect(status('cart')).toBe('SUCCESSFUL');
});

test("so is the README's scenario with instances", () => {
	const { world, control } = open(onInstances);
	const groupOf = (name: string) =>
		[...world.autoScalingGroups.values()].find(({ autoScalingGroupName }) => autoScalingGroupName === name);
	const before = taskOf(world, 'web').containerInstanceArn;
	control.step(10 * MINUTE);
	expect(world.containerInstances.get(before ?? '')?.status).toBe('DRAINING');
	const running = (name: string) => tasks(world, name).filter(({ lastStatus }) => lastStatus === 'RUNNING');
	expect(running('web').map(({ containerInstanceArn }) => containerInstanceArn === before)).toEqual([false]);
	expect(running('encoder')).toHaveLength(5);
	expect(groupOf('jobs')?.desiredCapacity).toBeGreaterThan(1);
});

test("and so is the README's scenario of what goes wrong", () => {
	const { world, control } = open(failing);
	const reasons = (name: string) => tasks(world, name).map(({ stoppedReason = '' }) => stoppedReason);
	control.step(15 * MINUTE);
	expect(reasons('checkout').some((reason) => reason.includes('not authorized'))).toBe(true);
	expect(reasons('cart').some((reason) => reason.startsWith('Task failed ELB health checks'))).toBe(true);
	expect(reasons('search').some((reason) => reason.startsWith('Task failed ELB health checks'))).toBe(true);
	control.step(15 * MINUTE);
	expect(reasons('cart').some((reason) => reason.includes('connection issue'))).toBe(true);
	control.step(10 * MINUTE);
	expect(tasks(world, 'search').at(-1)?.platformVersion).toBe('1.3.0');
});
