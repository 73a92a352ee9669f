import { describe, expect, test } from 'vitest';
import { deploymentStory, latestRollout, type StorySources } from '../../src/diagnosis/deployment-story.ts';
import { rolloutMoments } from '../../src/diagnosis/rollout-moments.ts';
import { rolloutSentence } from '../../src/diagnosis/rollout-words.ts';
import type { ServiceDeployment } from '../../src/model/deployment-history.ts';
import type { Deployment } from '../../src/model/service.ts';
import { serviceArn, taskDefinitionArn } from '../fixtures/shop.ts';
import { ago, checkout, died, events } from './checkout.ts';

const arn = (revision: number) => taskDefinitionArn('checkout', revision);

const deployment = (id: string, revision: number, minutes: number, told: Partial<Deployment> = {}): Deployment => ({
	id: `ecs-svc/${id}`,
	status: 'PRIMARY',
	taskDefinition: arn(revision),
	desiredCount: 4,
	runningCount: 4,
	pendingCount: 0,
	failedTasks: 0,
	rolloutState: 'COMPLETED',
	createdAt: ago(minutes),
	updatedAt: ago(minutes),
	...told,
});

const rollout = (from: number, to: number, minutes: number, told: Partial<ServiceDeployment>): ServiceDeployment => ({
	serviceDeploymentArn: `d${to}`,
	serviceArn: serviceArn('checkout'),
	status: 'SUCCESSFUL',
	createdAt: ago(minutes),
	startedAt: ago(minutes - 0.1),
	targetTaskDefinition: arn(to),
	sourceTaskDefinitions: [arn(from)],
	...told,
});

const LAST_WEEK = rollout(41, 42, 9000, { finishedAt: ago(8990) });
const TAKEN_BACK = rollout(42, 43, 6, {
	status: 'ROLLBACK_SUCCESSFUL',
	finishedAt: ago(1),
	rollbackReason: 'Service deployment rolled back because the circuit breaker threshold was exceeded.',
	rollbackStartedAt: ago(4),
	rollbackTaskDefinition: arn(42),
});
const SAID = events(
	[4, '(service checkout) rolling back to deployment ecs-svc/42.'],
	[4, '(service checkout) (deployment ecs-svc/43) deployment failed: tasks failed to start.'],
);
const BACK = 'ECS deployment circuit breaker: rolling back to deploymentId ecs-svc/42';
const failed = deployment('43', 43, 6, { status: 'ACTIVE', rolloutState: 'FAILED', updatedAt: ago(4) });
const returning = deployment('44', 42, 4, { rolloutState: 'IN_PROGRESS', rolloutStateReason: BACK });
const returned = deployment('44', 42, 4, { rolloutStateReason: 'ECS deployment ecs-svc/44 completed.' });
const bad = died(5, { startedBy: 'ecs-svc/43', taskDefinitionArn: arn(43), createdAt: ago(6) });

const told = (sources: StorySources) => {
	const latest = latestRollout(sources);
	return latest && rolloutSentence(latest, (time) => `-${(ago(0) - time) / 60_000}`);
};

describe('a rollout that was taken back is told the same', () => {
	const sentence = 'deploy :42 → :43 at -6 failed; rolled back to :42 at -4';

	test('once it is over, by the history, although :41 → :42 has the same target as the rollback', () => {
		const service = checkout({ deployments: [returned], events: SAID });
		expect(told({ service, history: [TAKEN_BACK, LAST_WEEK] })).toBe(sentence);
		expect(told({ service: { ...service, events: [] }, history: [TAKEN_BACK, LAST_WEEK] })).toBe(sentence);
	});

	test('while the history is older than the deployments', () => {
		const { rollbackStartedAt: _at, rollbackTaskDefinition: _to, ...before } = TAKEN_BACK;
		const history = [{ ...before, status: 'IN_PROGRESS' }, LAST_WEEK];
		const underWay = 'deploy :42 → :43 at -6 failed; rolling back to :42 at -4';
		expect(told({ service: checkout({ deployments: [returned], events: SAID }), history })).toBe(sentence);
		expect(told({ service: checkout({ deployments: [returning, failed], events: SAID }), history })).toBe(underWay);
	});

	test('while it is under way, by the deployments alone', () => {
		const old = deployment('42', 42, 9000, { status: 'ACTIVE' });
		const service = checkout({ deployments: [returning, failed, old] });
		expect(told({ service })).toBe('deploy :42 → :43 at -6 failed; rolling back to :42 at -4');
	});

	test('by events and tasks, as far as they tell, where nothing else is left', () => {
		const service = checkout({ deployments: [returned], events: SAID });
		expect(told({ service, tasks: [bad] })).toBe('deploy :42 → :43 failed; rolled back to :42 at -4');
		expect(told({ service })).toBe('deploy failed; rolled back to :42 at -4');
	});
});

test('a rollback that gives an old deployment back its place is a rollback, too', () => {
	const service = checkout({ deployments: [deployment('42', 42, 9000), failed], events: SAID });
	expect(told({ service, tasks: [bad] })).toBe('deploy of :43 at -6 failed; rolled back to :42 at -4');
});

test('what was rolled out after a rollback is the newest', () => {
	const service = checkout({ deployments: [deployment('45', 44, 2)], events: SAID });
	expect(told({ service, history: [rollout(42, 44, 2, {}), TAKEN_BACK] })).toBe('deploy :42 → :44 at -2');
});

test('a person who starts the same revision again is told as such', () => {
	const service = checkout({ deployments: [deployment('45', 43, 2)] });
	expect(told({ service, history: [rollout(43, 43, 2, {})] })).toBe('deploy of :43 at -2');
});

test('a rollout that another one overtook has no end of its own', () => {
	const service = checkout({ deployments: [deployment('45', 44, 2, { rolloutState: 'IN_PROGRESS' })] });
	const history = [rollout(42, 44, 2, { status: 'IN_PROGRESS' }), rollout(42, 43, 6, { status: 'STOPPED' })];
	expect(deploymentStory({ service, history }).map(({ outcome }) => outcome)).toEqual(['under way', 'replaced']);
});

test('the steps are told once each, with from what to what', () => {
	const service = checkout({ deployments: [returned], events: SAID });
	const rollouts = deploymentStory({ service, history: [TAKEN_BACK, LAST_WEEK] });
	expect(rolloutMoments(rollouts, ({ to }) => (to === arn(43) ? 'env PORT' : '')).map(({ text }) => text)).toEqual([
		'deploy :42 → :43 began: env PORT',
		'deploy :42 → :43 failed: tasks failed to start',
		'rolled back :43 → :42',
		'rollback to :42 completed',
		'deploy :41 → :42 began',
		'deploy :41 → :42 completed',
	]);
});
