import { describe, expect, test } from 'vitest';
import type { Evidence } from '../../../src/diagnosis/evidence.ts';
import { noRoute } from '../../../src/diagnosis/rules/no-route.ts';
import { aTask } from '../../fixtures/a-service.ts';
import { ago, checkout, NOW } from '../checkout.ts';
import { definitions } from '../failing-checks.ts';
import { documented, neverStarted } from '../start-failing.ts';

// Stopped reasons as public issues and the ECS developer guide have them.
const PULL =
	'CannotPullContainerError: ref pull has been retried 5 time(s): failed to resolve ref 111122223333.dkr.ecr.ap-northeast-1.amazonaws.com/checkout:43: dial tcp 99.77.1.2:443: i/o timeout';
const SECRET =
	'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: service call has been retried 5 time(s): failed to fetch secret arn:aws:secretsmanager:eu-west-1:111122223333:secret:rds-db-credentials/wordpress-ecs-b2fPcF from secrets manager: RequestCanceled: request context canceled caused by: context deadline exceeded. Please check your task network configuration';
const AUTH =
	'ResourceInitializationError: unable to pull secrets or registry auth: The task cannot pull registry auth from Amazon ECR: There is a connection issue between the task and Amazon ECR. Check your task network configuration.';
const LOGS =
	'ResourceInitializationError: failed to validate logger args: The task cannot find the Amazon CloudWatch log group defined in the task definition. There is a connection issue between the task and Amazon CloudWatch. Check your network configuration. signal: killed';

const network = { subnets: ['subnet-a', 'subnet-b'], securityGroups: ['sg-1'], assignPublicIp: 'DISABLED' };
const service = checkout({ network });
const logConfiguration = { logDriver: 'awslogs', options: {} };
const evidence: Evidence = {
	service,
	tasks: [neverStarted(2, PULL, { subnetId: 'subnet-a' }), neverStarted(6, PULL, { subnetId: 'subnet-b' })],
	taskDefinitions: definitions(documented({ logConfiguration })),
};
const find = (changes: Partial<Evidence> = {}) => noRoute({ ...evidence, ...changes }, NOW)[0];

test('a private subnet without a way out: the path, not the image', () => {
	const found = find();
	expect(found).toMatchObject({
		id: 'x-no-route',
		severity: 'high',
		confidence: 'high',
		sentence:
			'tasks in subnet-a and subnet-b do not get to the image registry: assignPublicIp is DISABLED, so it takes a NAT gateway or VPC endpoints',
		since: ago(6),
		ruledOut: ['Not the image: the connection failed before the registry was asked for it'],
	});
	expect(found?.explains).toContain('image-pull-network');
	expect(found?.next).toEqual([
		{
			text: 'Give subnet-a and subnet-b a route to a NAT gateway, or VPC endpoints for ecr.api, ecr.dkr, s3 (gateway) and logs',
		},
		{ text: 'If they are public subnets, set assignPublicIp to ENABLED: that starts a deployment' },
		{
			text: 'See where subnet-a and subnet-b lead',
			command:
				'aws ec2 describe-route-tables --region ap-northeast-1 --filters Name=association.subnet-id,Values=subnet-a,subnet-b',
		},
		{ text: 'See whether the security group lets port 443 out, and that of the endpoints lets it in' },
	]);
	expect(found?.evidence.map(({ text }) => text)).toEqual([
		`task died2 in subnet-a: ${PULL}`,
		`task died6 in subnet-b: ${PULL}`,
		'its tasks get subnet-a, subnet-b and sg-1, assignPublicIp DISABLED',
	]);
});

test.each([
	[SECRET, 'secret-network', /do not get to Secrets Manager/u],
	[AUTH, 'secret-network', /do not get to Amazon ECR/u],
	[LOGS, 'log-network', /do not get to CloudWatch Logs/u],
])('%.90s', (reason, id, sentence) => {
	const found = find({ tasks: [neverStarted(2, reason, { subnetId: 'subnet-a' })] });
	expect(found?.sentence).toMatch(sentence);
	expect(found?.explains).toContain(id);
});

test('a public address does not help without a route', () => {
	const found = find({ service: checkout({ network: { ...network, assignPublicIp: 'ENABLED' } }) });
	expect(found?.sentence).toMatch(/they have public addresses, so it is the route to an internet gateway/u);
	expect(found?.next.map(({ text }) => text).join()).not.toMatch(/NAT|set assignPublicIp/u);
});

test('a subnet in which other tasks of it run has its way out', () => {
	const well = aTask('checkout', 'well', { subnetId: 'subnet-b' });
	const found = find({ tasks: [...(evidence.tasks ?? []), well] });
	expect(found?.sentence).toMatch(/^tasks in subnet-a do not get/u);
	expect(found?.evidence.at(-1)?.text).toBe('other tasks of it run in subnet-b');
});

test('a registry outside AWS has no endpoint', () => {
	const taskDefinitions = definitions(documented({ image: 'grafana/grafana:12' }));
	expect(find({ taskDefinitions })?.next[0]?.text).toBe(
		'Give subnet-a and subnet-b a route to a NAT gateway; no VPC endpoint leads to docker.io',
	);
});

test('secrets and parameters need their own endpoints', () => {
	const secrets = [
		{ name: 'DB_PASSWORD', valueFrom: 'arn:aws:secretsmanager:ap-northeast-1:111122223333:secret:db-AbCdEf' },
		{ name: 'FLAGS', valueFrom: '/shop/flags' },
	];
	expect(find({ taskDefinitions: definitions(documented({ secrets })) })?.next[0]?.text).toBe(
		'Give subnet-a and subnet-b a route to a NAT gateway, or VPC endpoints for ecr.api, ecr.dkr, s3 (gateway), secretsmanager, ssm and kms',
	);
});

test('on instances of its own it is their way out, not that of the tasks', () => {
	const found = find({ service: checkout({ network, launchType: 'EC2' }) });
	expect(found).toMatchObject({
		confidence: 'high',
		sentence: 'tasks do not get to the image registry: the instances that they are placed on have no way out',
	});
	const next = found?.next.map(({ text }) => text).join('\n');
	expect(next).toMatch(/^Give the subnets of its instances a route to a NAT gateway/u);
	expect(next).not.toMatch(/subnet-a|assignPublicIp/u);
});

describe('with less that is known', () => {
	test('it still says what it is', () => {
		const found = find({ service: checkout(), tasks: [neverStarted(2, PULL)], taskDefinitions: undefined });
		expect(found).toMatchObject({
			confidence: 'medium',
			sentence: 'tasks do not get to the image registry: the network has no way out',
		});
		expect(found?.next[0]?.text).toBe('Give its subnets a route to a NAT gateway');
	});

	test('a text that is cut to nothing decisive is not its matter', () => {
		const cut = 'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retr';
		expect(find({ tasks: [neverStarted(2, cut)] })).toBeUndefined();
		expect(find({ tasks: undefined })).toBeUndefined();
	});
});

test('an image that is not there, a refusal, or what is long over, is another matter', () => {
	const missing = 'CannotPullContainerError: failed to resolve ref checkout:44: checkout:44: not found';
	expect(find({ tasks: [neverStarted(2, missing)] })).toBeUndefined();
	expect(find({ tasks: [neverStarted(40, PULL)] })).toBeUndefined();
	expect(find({ tasks: [neverStarted(2, PULL, { startedBy: 'ecs-svc/old' })] })).toBeUndefined();
});
