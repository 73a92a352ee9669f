import { expect, test } from 'vitest';
import { targetChecks } from '../../../src/diagnosis/health-sheet/target-checks.ts';
import { targetGroup, targets } from '../../fixtures/checkout-settings.ts';
import { NOW, runningTask, service, SERVICE_ARN, TARGET_GROUP_ARN } from '../../fixtures/checkout.ts';

test('each target has its task by its address, the unhealthy ones first', () => {
	const [check] = targetChecks({ service, targets, targetGroups: [targetGroup], tasks: [runningTask] });
	expect(check).toMatchObject({ name: 'checkout-tg', to: 'app:8080', group: targetGroup });
	expect(check?.targets?.map(({ target, task }) => [target.id, target.state, task?.taskArn])).toEqual([
		['10.0.3.42', 'unhealthy', undefined],
		['10.0.3.40', 'healthy', runningTask.taskArn],
	]);
});

test('tells since when a target is as it is, where that was seen', () => {
	const flip = {
		kind: 'target',
		serviceArn: SERVICE_ARN,
		targetGroupArn: TARGET_GROUP_ARN,
		targetId: '10.0.3.42',
		port: 8080,
	} as const;
	const flips = [
		{ ...flip, at: NOW - 90, after: 'healthy' },
		{ ...flip, at: NOW - 30, before: 'healthy', after: 'unhealthy' },
		{ ...flip, port: 9090, at: NOW - 10, before: 'unhealthy', after: 'healthy' },
	];
	const [check] = targetChecks({ service, targets, flips });
	expect(check?.targets?.map(({ since, turns }) => [since, turns.length])).toEqual([
		[NOW - 30, 2],
		[undefined, 0],
	]);
});

test('what was not read is not known, which is not the same as none', () => {
	expect(targetChecks({ service })[0]?.targets).toBeUndefined();
	expect(targetChecks({ service, targets: [] })[0]?.targets).toEqual([]);
});

test('a deployment that shifts traffic has two groups', () => {
	const [balancer] = service.loadBalancers;
	const shifting = {
		...service,
		loadBalancers: [
			{ ...balancer, containerName: 'app', containerPort: 8080, alternateTargetGroupArn: `${TARGET_GROUP_ARN}2` },
		],
	};
	expect(targetChecks({ service: shifting }).map(({ targetGroupArn }) => targetGroupArn)).toEqual([
		TARGET_GROUP_ARN,
		`${TARGET_GROUP_ARN}2`,
	]);
});
