import { expect, test } from 'vitest';
import type { Change } from '../../../src/aws/changes/change.ts';
import { createAws } from '../../../src/aws/create-aws.ts';

test('a scaling policy is sent with settings that this SDK does not know', async () => {
	const sent: { target: string | undefined; body: unknown }[] = [];
	const aws = createAws({
		readOnly: false,
		credentials: { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'secret' },
		clock: { now: () => 0 },
		requestHandler: {
			metadata: { handlerProtocol: 'http/1.1' },
			handle: async ({ headers, body }: { readonly headers: Record<string, string>; readonly body: string }) => {
				const { HttpResponse } = await import('@smithy/core/protocols');
				sent.push({ target: headers['x-amz-target'], body: JSON.parse(body) });
				return { response: new HttpResponse({ statusCode: 200, headers: {}, body: new TextEncoder().encode('{}') }) };
			},
		},
	});
	const change: Change = {
		name: 'application-autoscaling:PutScalingPolicy',
		region: 'eu-west-1',
		input: {
			PolicyName: 'cpu',
			PolicyType: 'TargetTrackingScaling',
			ServiceNamespace: 'ecs',
			ResourceId: 'service/prod/checkout',
			ScalableDimension: 'ecs:service:DesiredCount',
			TargetTrackingScalingPolicyConfiguration: { TargetValue: 50, FutureSetting: { Mode: 'AUTO' } },
		},
	};
	await aws.change(change);
	expect(sent).toEqual([{ target: 'AnyScaleFrontendService.PutScalingPolicy', body: change.input }]);
});
