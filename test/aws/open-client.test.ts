import { expect, test } from 'vitest';
import type { AwsClients, AwsServiceName } from '../../src/aws/aws-services.ts';
import { createCallBudget } from '../../src/aws/call-budget.ts';
import { createCallRate } from '../../src/aws/call-rate.ts';
import { openClient } from '../../src/aws/open-client.ts';
import { REGION } from './aws-over.ts';
import { failureOf } from './failure-of.ts';

const clock = { now: () => 0 };

/** Opens a client that must send nothing, and does something with it; what was sent all the same. */
async function refused<Name extends AwsServiceName>(
	name: Name,
	change: (client: AwsClients[Name]) => Promise<unknown>,
) {
	const sent: unknown[] = [];
	const { client } = await openClient(name, REGION, {
		profile: undefined,
		endpointUrl: undefined,
		readOnly: true,
		credentials: { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'secret' },
		requestHandler: {
			metadata: { handlerProtocol: 'http/1.1' },
			handle: (request: unknown) => {
				sent.push(request);
				return Promise.reject(new Error('the wire ends here'));
			},
		},
		maxAttempts: 1,
		budget: createCallBudget(clock),
		rate: createCallRate(clock),
	});
	expect(await failureOf(change(client))).toMatchObject({ kind: 'read-only', service: name });
	return sent;
}

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
