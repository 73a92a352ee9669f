import { expect, test } from 'vitest';
import type { Change } from '../../../src/aws/changes/change.ts';
import { placesOfChange } from '../../../src/aws/changes/places-of-change.ts';
import { SERVICE_ARN, TASK_ARN } from '../../fixtures/checkout.ts';
import { PROD, REGION } from '../../fixtures/shop.ts';

const account = '111122223333';
const STAGING = PROD.replace('prod', 'staging');
const prod = { account, region: REGION, clusterName: 'prod' };
const staging = { ...prod, clusterName: 'staging' };

const changed = (name: Change['name'], input: object): Change => ({ name, region: REGION, input }) as Change;

test.each([
	[
		'a call that names no cluster',
		changed('ecs:RegisterTaskDefinition', { family: 'x', taskRoleArn: 'arn:aws:iam::9:role/x' }),
		[staging],
	],
	['the ARN of a cluster', changed('ecs:UpdateService', { cluster: PROD }), [prod, staging]],
	['the name of a cluster', changed('ecs:UpdateService', { cluster: 'prod' }), [prod, staging]],
	['the ARN of a service', changed('ecs:UpdateService', { service: SERVICE_ARN }), [prod, staging]],
	['the ARN of a task', changed('ecs:StopTask', { task: TASK_ARN }), [prod, staging]],
	[
		'the ARN of a deployment',
		changed('ecs:StopServiceDeployment', {
			serviceDeploymentArn: SERVICE_ARN.replace('service/', 'service-deployment/') + '/x',
		}),
		[prod, staging],
	],
	[
		'a scalable target',
		changed('application-autoscaling:RegisterScalableTarget', { ResourceId: 'service/prod/checkout' }),
		[prod, staging],
	],
	[
		'a service without its cluster',
		changed('ecs:UpdateService', {
			service: 'checkout',
			taskDefinition: 'arn:aws:ecs:eu-west-1:111122223333:task-definition/x:1',
		}),
		[staging],
	],
])('%s is a place beside that of the plan', (_, change, places) => {
	expect(placesOfChange(change, { clusterArn: STAGING })).toEqual(places);
});

test('what says nothing of its place may be anywhere in its region', () => {
	const change = changed('ecs:UpdateService', { service: 'checkout' });
	expect(placesOfChange(change, { clusterArn: '' })).toEqual([{ account: undefined, region: REGION }]);
});

test('takes the cluster from the call where the plan does not tell it', () => {
	const change = changed('ecs:UpdateService', { cluster: 'prod' });
	expect(placesOfChange(change, { clusterArn: '' })).toEqual([{ ...prod, account: undefined }]);
});
