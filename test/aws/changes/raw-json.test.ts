import { expect, test } from 'vitest';
import { createAws } from '../../../src/aws/create-aws.ts';
import { registration } from '../../../src/model/editable-task-definition.ts';

/** As AWS might answer some years from now: members that the SDK has never heard of. */
const NEWER = {
	taskDefinition: {
		taskDefinitionArn: 'arn:aws:ecs:eu-west-1:111122223333:task-definition/checkout:43',
		family: 'checkout',
		revision: 43,
		status: 'ACTIVE',
		registeredAt: 1_790_000_000.5,
		volumes: [],
		futureSetting: { mode: 'AUTO' },
		containerDefinitions: [
			{ name: 'app', image: 'app:1', essential: true, environment: [{ name: 'EMPTY', value: '' }], gpuShare: 0.5 },
		],
	},
	tags: [
		{ key: 'team', value: 'shop' },
		{ key: 'aws:cloudformation:stack-name', value: 'shop' },
	],
};

test('what this SDK does not know survives the way from AWS and back', async () => {
	const sent: { target: string | undefined; body: unknown; length: string | undefined }[] = [];
	const aws = createAws({
		readOnly: false,
		credentials: { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'secret' },
		clock: { now: () => 0 },
		requestHandler: {
			metadata: { handlerProtocol: 'http/1.1' },
			handle: async (request: { headers: Record<string, string>; body: string }) => {
				const { HttpResponse } = await import('@smithy/core/protocols');
				const { headers, body } = request;
				sent.push({ target: headers['x-amz-target'], body: JSON.parse(body), length: headers['content-length'] });
				const json = new TextEncoder().encode(JSON.stringify(NEWER));
				return { response: new HttpResponse({ statusCode: 200, headers: {}, body: json }) };
			},
		},
	});
	const read = await aws.editableTaskDefinition('checkout:43', 'eu-west-1');
	expect(read).toEqual({ document: NEWER.taskDefinition, tags: NEWER.tags });
	const input = registration(read);
	const answer = await aws.change(
		{ name: 'ecs:RegisterTaskDefinition', region: 'eu-west-1', input },
		{ clusterArn: '' },
	);
	expect(answer).toEqual({ taskDefinitionArn: NEWER.taskDefinition.taskDefinitionArn });
	expect(sent[1]).toEqual({
		target: 'AmazonEC2ContainerServiceV20141113.RegisterTaskDefinition',
		body: {
			family: 'checkout',
			volumes: [],
			futureSetting: { mode: 'AUTO' },
			containerDefinitions: NEWER.taskDefinition.containerDefinitions,
			tags: [{ key: 'team', value: 'shop' }],
		},
		length: `${JSON.stringify(input).length}`,
	});
});
