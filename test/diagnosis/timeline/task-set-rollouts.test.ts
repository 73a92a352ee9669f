import { expect, test } from 'vitest';
import { timeline } from '../../../src/diagnosis/timeline/timeline.ts';
import { NOW, revision, service } from '../../fixtures/checkout.ts';
import { MINUTE } from '../../fixtures/shop.ts';

const taskSet = (number: number, minutesAgo: number, status: string) => ({
	id: `ecs-svc/${number}`,
	status,
	taskDefinition: revision(number),
	desiredCount: 2,
	runningCount: 2,
	pendingCount: 0,
	createdAt: NOW - minutesAgo * MINUTE,
});

test('deployments by CodeDeploy are told by the task sets that they bring in', () => {
	const taskSets = [taskSet(43, 2, 'ACTIVE'), taskSet(42, 60, 'PRIMARY')];
	const entries = timeline({ service: { ...service, deployments: [], events: [], taskSets } });
	expect(entries.map(({ level, text }) => `${level}: ${text}`)).toEqual([
		'changing: deploy :42 → :43 began',
		'changing: deploy of :42 began',
	]);
});
