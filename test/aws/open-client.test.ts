import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createAwsClock } from '../../src/aws/aws-clock.ts';
import type { AwsClients, AwsServiceName } from '../../src/aws/aws-services.ts';
import { createCallBudget } from '../../src/aws/call-budget.ts';
import { createCallRate } from '../../src/aws/call-rate.ts';
import { openClient } from '../../src/aws/open-client.ts';
import { REGION } from './aws-over.ts';
import { failureOf } from './failure-of.ts';

const clock = { now: () => 0 };
const SETTINGS = {
	profile: undefined,
	endpointUrl: undefined,
	readOnly: true,
	credentials: { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'secret' },
	maxAttempts: 1,
	budget: createCallBudget(clock),
	rate: createCallRate(clock),
	clock,
	awsClock: createAwsClock(clock),
};

/** Opens a client that must send nothing, and does something with it; what was sent all the same. */
async function refused<Name extends AwsServiceName>(
	name: Name,
	change: (client: AwsClients[Name]) => Promise<unknown>,
) {
	const sent: unknown[] = [];
	const { client } = await openClient(name, REGION, {
		...SETTINGS,
		requestHandler: {
			metadata: { handlerProtocol: 'http/1.1' },
			handle: (request: unknown) => {
				sent.push(request);
				return Promise.reject(new Error('the wire ends here'));
			},
		},
	});
	expect(await failureOf(change(client))).toMatchObject({ kind: 'read-only', service: name });
	return sent;
}

test('what replaces the endpoint names the whole host', async () => {
	const hosts: string[] = [];
	const { client } = await openClient('logs', REGION, {
		...SETTINGS,
		endpointUrl: 'http://127.0.0.1:4566',
		requestHandler: {
			metadata: { handlerProtocol: 'http/1.1' },
			handle: ({ hostname }: { readonly hostname: string }) => {
				hosts.push(hostname);
				return Promise.reject(new Error('the wire ends here'));
			},
		},
	});
	await expect(client.startLiveTail({ logGroupIdentifiers: ['arn'] })).rejects.toThrow('the wire ends here');
	expect(new Set(hosts)).toEqual(new Set(['127.0.0.1']));
});

test('every client refuses to change the account', async () => {
	const sent = await Promise.all([
		refused('ecs', (ecs) => ecs.updateService({ service: 'checkout', desiredCount: 0 })),
		refused('logs', (logs) => logs.deleteLogGroup({ logGroupName: '/ecs/checkout' })),
		refused('cloudwatch', (cloudwatch) => cloudwatch.deleteAlarms({ AlarmNames: ['checkout'] })),
		refused('application-autoscaling', (scaling) =>
			scaling.deregisterScalableTarget({
				ServiceNamespace: 'ecs',
				ScalableDimension: 'ecs:service:DesiredCount',
				ResourceId: 'service/prod/checkout',
			}),
		),
		refused('elasticloadbalancing', (elb) => elb.deleteTargetGroup({ TargetGroupArn: 'arn' })),
		refused('sts', (sts) => sts.assumeRole({ RoleArn: 'arn', RoleSessionName: 'checkout' })),
	]);
	expect(sent.flat()).toEqual([]);
});

test('the endpoint is that of the profile that the environment names', async () => {
	const home = mkdtempSync(join(tmpdir(), 'deckwatch-'));
	onTestFinished(() => {
		vi.unstubAllEnvs();
		rmSync(home, { recursive: true });
	});
	writeFileSync(join(home, 'config'), '[profile dock]\nendpoint_url = http://127.0.0.1:4566\n');
	vi.stubEnv('AWS_CONFIG_FILE', join(home, 'config'));
	vi.stubEnv('AWS_ENDPOINT_URL', undefined);
	vi.stubEnv('AWS_PROFILE', 'dock');
	expect((await openClient('ecs', REGION, { ...SETTINGS, requestHandler: {} })).endpoint).toBe('http://127.0.0.1:4566');
});
