import { expect, test } from 'vitest';
import { advanceBy } from '../../../../src/drydock/world/advance.ts';
import { MINUTE } from '../../../../src/drydock/world/clock.ts';
import { registerTaskDefinition } from '../../../../src/drydock/world/register-task-definition.ts';
import { setDesiredCount } from '../../../../src/drydock/world/scheduler/set-desired-count.ts';
import { startRollout } from '../../../../src/drydock/world/scheduler/start-rollout.ts';
import type { TaskState } from '../../../../src/drydock/world/task.ts';
import type { WayOut } from '../../../../src/drydock/world/subnet.ts';
import { serviceNamed, smallShop, taskOf, the } from '../small-shop.ts';

/** The first task of a service, five minutes after it was started in subnets with this way out. */
function started(traits: string, wayOut: WayOut = 'nat'): TaskState {
	const world = smallShop({ services: [`{ name: cart, tasks: 0${traits} }`] });
	for (const subnet of world.subnets.values()) subnet.wayOut = wayOut;
	setDesiredCount(world, serviceNamed(world, 'cart'), 1);
	advanceBy(world, 5 * MINUTE);
	return taskOf(world, 'cart');
}

const reading = (policy: string): string =>
	`, secrets: [DATABASE_URL], executionRole: { name: cart-execution, mayRead: ['${policy}'] }`;

test.each([
	['has its six characters', 'prod/cart/database_url-??????', 'RUNNING'],
	['ends in a star', 'prod/cart/*', 'RUNNING'],
	['is the name alone', 'prod/cart/database_url', 'STOPPED'],
	['is of another service', 'prod/checkout/*', 'STOPPED'],
	['has a dot for any character', 'prod/cart/database.url-??????', 'STOPPED'],
])('a task reads its secret when the ARN in the policy %s: %s', (_, policy, status) => {
	expect(started(reading(policy)).lastStatus).toBe(status);
});

test('a role that nobody has written a policy for may read every secret', () => {
	expect(started(', secrets: [DATABASE_URL]').lastStatus).toBe('RUNNING');
});

test('a task without a way out waits for minutes before it fails, for its secret first', () => {
	const { stoppedReason, stopCode, createdAt, stoppingAt = 0, pullStartedAt } = started(reading('*'), 'none');
	expect(stopCode).toBe('TaskFailedToStart');
	expect(stoppedReason).toMatch(/AWS Secrets Manager\..* canceled, context deadline exceeded$/u);
	expect(stoppingAt - createdAt).toBeGreaterThan(3 * MINUTE);
	expect(pullStartedAt).toBeUndefined();
});

test('an internet gateway is a way out for a task with a public address only', () => {
	expect(started('', 'internet').stoppedReason).toContain(
		'There is a connection issue between the task and Amazon ECR',
	);
	expect(started(', publicIp: true', 'internet').lastStatus).toBe('RUNNING');
	expect(started(', publicIp: true', 'none').lastStatus).toBe('STOPPED');
});

test.each([
	['public.ecr.aws/nginx/nginx:1.29', 'Head "https://public.ecr.aws/v2/nginx/nginx/manifests/1.29"'],
	['nginx:1.29', 'Head "https://registry-1.docker.io/v2/library/nginx/manifests/1.29"'],
	['nginx', 'Head "https://registry-1.docker.io/v2/library/nginx/manifests/latest"'],
])('%s cannot be pulled without a way out', (image, head) => {
	const world = smallShop({ services: ['{ name: cart, tasks: 0 }'] });
	const service = serviceNamed(world, 'cart');
	const present = the(world.taskDefinitions.get(service.settings.taskDefinition));
	const [main] = present.containerDefinitions;
	const { revision: _, ...input } = { ...present, containerDefinitions: [{ ...the(main), image }] };
	service.settings = { ...service.settings, taskDefinition: registerTaskDefinition(world, input).taskDefinitionArn };
	for (const subnet of world.subnets.values()) subnet.wayOut = 'none';
	startRollout(world, service);
	setDesiredCount(world, service, 1);
	advanceBy(world, 2 * MINUTE);
	const { stopCode, stoppedReason, containers } = taskOf(world, 'cart');
	expect(stopCode).toBe('TaskFailedToStart');
	expect(stoppedReason).toContain(head);
	expect(containers[0]?.reason).toBe(stoppedReason);
});
