import { ECS } from '@aws-sdk/client-ecs';
import { ElasticLoadBalancingV2Client } from '@aws-sdk/client-elastic-load-balancing-v2';
import { createDrydock } from '../../../../src/drydock/drydock.ts';
import { readScenario } from '../../../../src/drydock/scenario/read-scenario.ts';
import { clientOf } from '../../wire/dispatcher.ts';
import { NOON } from '../../world/small-shop.ts';

/** A shop of these services and groups of instances (YAML flow maps) with the SDK's ECS client over it, one of its subnets, and a stopped clock. */
export function openEcs(
	services: readonly string[] = ['{ name: cart, tasks: 2, loadBalancer: /healthz }'],
	instances: readonly string[] = [],
) {
	const yaml = [
		'description: a test',
		'clusters:',
		'  - { name: prod, region: ap-northeast-1, containerInsights: true, namespace: shop.local, tags: { env: production },',
		`      instances: [${instances.join(', ')}] }`,
		'  - { name: eu, region: eu-west-1 }',
		'defaults: { port: 8080, revision: 42, tasks: 1 }',
		'services:',
		...services.map((service) => `  - ${service}`),
	].join('\n');
	// Each call comes ten seconds after the one before, so that no request bucket runs empty.
	let callAt = NOON;
	const drydock = createDrydock({
		scenario: readScenario(yaml, 'test.yaml'),
		startAt: NOON,
		now: () => (callAt += 10_000),
	});
	const config = { ...clientOf(drydock.dispatcher), region: 'ap-northeast-1' };
	const ecs = new ECS(config);
	const loadBalancing = new ElasticLoadBalancingV2Client(config);
	const subnet = [...drydock.world.subnets.values()].find(({ region }) => region === 'ap-northeast-1')?.subnetId ?? '';
	return { ecs, loadBalancing, world: drydock.world, step: drydock.control.step, subnet, config };
}

/** The name and message of the AWS error that a call ends in. */
export async function refusalOf(call: Promise<unknown>): Promise<string> {
	try {
		await call;
	} catch (error) {
		if (error instanceof Error) return `${error.name}: ${error.message}`;
	}
	throw new Error('was answered');
}
