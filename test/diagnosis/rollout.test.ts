import { expect, test } from 'vitest';
import { attention } from '../../src/diagnosis/attention.ts';
import type { Evidence } from '../../src/diagnosis/evidence.ts';
import { ago, checkout, died, events, NOW } from './checkout.ts';
import { spoken } from './spoken.ts';

const judge = (evidence: Evidence) => spoken(attention(evidence, NOW));

test('a rollout that failed says what its tasks died of', () => {
	const service = checkout({}, { rolloutState: 'FAILED', updatedAt: ago(2) });
	expect(judge({ service, tasks: [died(3)] })).toEqual({
		level: 'failing',
		reason: 'the rollout of :43 failed: exit 1, application error',
		since: ago(2),
	});
});

test('a rollback is failing until all tasks are there again, and news for an hour', () => {
	const told = (minutes: number, runningCount = 4) =>
		checkout({
			runningCount,
			events: events(
				[minutes, '(service checkout) rolling back to deployment ecs-svc/checkout.'],
				[minutes, '(service checkout) (deployment ecs-svc/bad) deployment failed: tasks failed to start.'],
			),
		});
	expect(judge({ service: told(30, 2) })).toEqual({
		level: 'failing',
		reason: 'rolled back to :43: tasks failed to start',
		since: ago(30),
	});
	expect(judge({ service: told(30) }).level).toBe('degraded');
	expect(judge({ service: told(61) }).level).toBe('fine');
});

test('a rollback says what the tasks of the failed rollout died of since the first, not that tasks keep dying', () => {
	const service = checkout({
		events: events(
			[4, '(service checkout) rolling back to deployment ecs-svc/checkout.'],
			[4, '(service checkout) (deployment ecs-svc/bad) deployment failed: tasks failed to start.'],
		),
	});
	const tasks = [5, 6, 7].map((minutes) => died(minutes, { startedBy: 'ecs-svc/bad' }));
	expect(judge({ service, tasks })).toEqual({
		level: 'degraded',
		reason: 'rolled back to :43: tasks failed to start; the last task: exit 1, application error',
		since: ago(7),
	});
});

test('a rollback under way is told by the deployment too: its event may be too old to be kept', () => {
	const rolloutStateReason = 'ECS deployment circuit breaker: rolling back to deploymentId ecs-svc/good';
	const rollout = { rolloutState: 'IN_PROGRESS', rolloutStateReason, createdAt: ago(6) };
	expect(
		judge({ service: checkout({ runningCount: 2 }, rollout), tasks: [died(8, { startedBy: 'ecs-svc/bad' })] }),
	).toEqual({
		level: 'failing',
		reason: 'rolling back to :43; the last task: exit 1, application error',
		since: ago(8),
	});
});

test('while a rollback is under way, what it takes back is no crash loop', () => {
	const rolloutStateReason = 'ECS deployment circuit breaker: rolling back to deploymentId ecs-svc/good';
	const service = checkout({}, { rolloutState: 'IN_PROGRESS', rolloutStateReason, createdAt: ago(1) });
	const bad = service.deployments.map((one) => ({ ...one, id: 'ecs-svc/bad', status: 'ACTIVE', createdAt: ago(4) }));
	const tasks = [2, 3, 4].map((minutes) => died(minutes, { startedBy: 'ecs-svc/bad' }));
	expect(judge({ service: { ...service, deployments: [...service.deployments, ...bad] }, tasks })).toEqual({
		level: 'degraded',
		reason: 'rolling back to :43; the last task: exit 1, application error',
		since: ago(4),
	});
});

test('a rollback is over when something newer was rolled out', () => {
	const told = events([30, '(service checkout) rolling back to deployment ecs-svc/old.']);
	expect(judge({ service: checkout({ events: told }, { createdAt: ago(10) }) }).level).toBe('fine');
});

test('the second try after a rollback begins its own trouble', () => {
	const told = events([12, '(service checkout) rolling back to deployment ecs-svc/good.']);
	const service = checkout({ events: told }, { rolloutState: 'IN_PROGRESS', createdAt: ago(3) });
	const first = [13, 14, 15].map((minutes) => died(minutes, { startedBy: 'ecs-svc/bad', createdAt: ago(16) }));
	const second = [1, 1.5, 2].map((minutes) => died(minutes, { createdAt: ago(3) }));
	expect(judge({ service, tasks: [...second, ...first] })).toEqual({
		level: 'failing',
		reason: 'app dies: exit 1, application error; 3 tasks died in 15 min',
		since: ago(2),
	});
});

test('a rollback to what died before, too, is the same trouble, whether a task runs for a moment or none', () => {
	const rolloutStateReason = 'ECS deployment circuit breaker: rolling back to deploymentId ecs-svc/good';
	const rollout = { rolloutState: 'IN_PROGRESS', rolloutStateReason, createdAt: ago(5) };
	const before = [12, 20, 30, 40].map((minutes) =>
		died(minutes, { startedBy: 'ecs-svc/good', createdAt: ago(minutes) }),
	);
	const bad = [6, 7, 8].map((minutes) => died(minutes, { startedBy: 'ecs-svc/bad', createdAt: ago(9) }));
	const found = (runningCount: number) =>
		judge({ service: checkout({ runningCount }, rollout), tasks: [died(2, { createdAt: ago(4) }), ...bad, ...before] });
	const reason = 'app dies: exit 1, application error; 5 tasks died in 15 min,';
	expect(found(0)).toEqual({ level: 'failing', reason: `${reason} 0 of 4 running`, since: ago(40) });
	expect(found(1)).toEqual({ level: 'failing', reason: `${reason} 1 of 4 running`, since: ago(40) });
});
