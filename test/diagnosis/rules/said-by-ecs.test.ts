import { expect, test } from 'vitest';
import type { Evidence } from '../../../src/diagnosis/evidence.ts';
import { saidByEcs as find } from '../../../src/diagnosis/rules/said-by-ecs.ts';
import { ago, checkout, events, NOW } from '../checkout.ts';
import { GROUP } from '../failing-checks.ts';
import { rolling, SAYS, web } from './capacity.ts';

const saidByEcs = (evidence: Evidence) => find(evidence, NOW);

// Amazon ECS developer guide, service event messages; that of the protection as seen in an account.
const IAM = 'IAM permissions policies have been misconfigured or changed, and ECS can no longer maintain your service';
const THROTTLED = '(service web) operations are being throttled. Will try again later.';
const PROTECTED =
	'(service web) was unable to reach steady state because (taskSet ecs-svc/1) was unable to scale in due to (reason 2 tasks under protection)';
const STUCK =
	'(service web) was unable to stop or start tasks during a deployment because of the service deployment configuration. Update the minimumHealthyPercent or maximumPercent value and try again.';

test('a broken role is critical until ECS starts tasks again', () => {
	expect(
		saidByEcs({
			service: web({}, [
				[3, IAM],
				[8, IAM],
			]),
		}),
	).toMatchObject([
		{
			id: 'iam-misconfigured',
			severity: 'critical',
			sentence: 'ECS may no longer look after it: its IAM permissions are not what they should be',
			since: ago(8),
		},
	]);
	expect(
		saidByEcs({
			service: web({}, [
				[1, SAYS.started],
				[3, IAM],
			]),
		}),
	).toEqual([]);
	expect(
		saidByEcs({
			service: web({}, [
				[1, SAYS.steady],
				[3, IAM],
			]),
		}),
	).toEqual([]);
});

test('being throttled counts while tasks are missing', () => {
	expect(saidByEcs({ service: web({}, [[3, THROTTLED]]) })).toMatchObject([
		{ id: 'service-throttled', severity: 'warning' },
	]);
	expect(saidByEcs({ service: web({ runningCount: 4, deployments: [] }, [[3, THROTTLED]]) })).toEqual([]);
});

test('protected tasks hold a scale-in back while more run than should', () => {
	const service = web({ desiredCount: 2, runningCount: 4 }, [[3, PROTECTED]]);
	expect(saidByEcs({ service })).toMatchObject([
		{
			id: 'scale-in-protected',
			sentence: 'scale-in waits for 2 protected tasks: 4 running, 2 wanted',
			next: [
				{ command: expect.stringMatching(/^aws ecs get-task-protection --cluster prod --region ap-northeast-1/u) },
			],
		},
	]);
	expect(saidByEcs({ service: { ...service, runningCount: 2 } })).toEqual([]);
});

test('a deployment that may neither stop nor start says its percentages', () => {
	const deploymentConfiguration = { minimumHealthyPercent: 100, maximumPercent: 134 };
	expect(saidByEcs({ service: rolling([1, 0, 1], { deploymentConfiguration }, [[3, STUCK]]) })).toMatchObject([
		{
			id: 'deploy-config-stuck',
			severity: 'high',
			sentence: 'ECS may neither stop nor start a task of the deployment (min 100 %, max 134 %)',
		},
	]);
});

test('a service that ECS says nothing bad of has none', () => {
	expect(
		saidByEcs({
			service: web({}, [
				[1, SAYS.started],
				[3, SAYS.memory],
			]),
		}),
	).toEqual([]);
});

const loadBalancers = [{ targetGroupArn: GROUP, containerName: 'app', containerPort: 8080 }];
// As a public copy of the ECS developer guide's list of service events has it.
const due = (what: string) =>
	`service (checkout) task set (ecs-svc/823) (task 9d85800c) is not healthy in target-group (${GROUP}) due to ${what}.`;
const GONE = due('TARGET GROUP IS NOT FOUND');
const gone = (...told: readonly (readonly [minutes: number, message: string])[]) =>
	saidByEcs({ service: checkout({ loadBalancers, events: events(...told) }) });

test('a target group that is gone is critical', () => {
	expect(gone([3, GONE], [9, GONE])).toMatchObject([
		{
			id: 'target-group-missing',
			severity: 'critical',
			sentence: 'the target group checkout-tg is not there any more: no task of it can be started',
			since: ago(9),
			evidence: [{ at: ago(3), place: { kind: 'event' } }],
		},
	]);
});

test('a target that is gone is another matter', () => {
	expect(gone([3, due('TARGET IS NOT FOUND')])).toMatchObject([{ id: 'target-missing', severity: 'high' }]);
});

test('is over once the service is steady, and after hours of silence', () => {
	expect(gone([1, '(service checkout) has reached a steady state.'], [3, GONE])).toEqual([]);
	expect(gone([400, GONE])).toEqual([]);
	expect(gone()).toEqual([]);
});
