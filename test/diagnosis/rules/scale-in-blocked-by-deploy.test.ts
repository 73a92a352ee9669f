import { expect, test } from 'vitest';
import type { Evidence } from '../../../src/diagnosis/evidence.ts';
import { scaleInBlockedByDeploy } from '../../../src/diagnosis/rules/scale-in-blocked-by-deploy.ts';
import { ago } from '../checkout.ts';
import { cpu, rolling, scalingOf, web } from './capacity.ts';

const idle = (changes: Partial<Evidence> = {}): Evidence => ({
	service: rolling([2, 2, 4]),
	scaling: scalingOf([2, 8]),
	metrics: cpu(20, 22, 21, 20, 21),
	...changes,
});

test('says why there are more tasks than the load needs, and that it is by design', () => {
	expect(scaleInBlockedByDeploy(idle())).toMatchObject([
		{
			id: 'x-scale-in-blocked-by-deploy',
			severity: 'info',
			sentence: 'keeps 4 tasks with CPU at 21 % (target 60 %): scale-in waits until web:44 is out',
			since: ago(12),
		},
	]);
});

test('is none without a deployment, near the target, at the minimum, or with scale-in off', () => {
	expect(scaleInBlockedByDeploy(idle({ service: web() }))).toEqual([]);
	expect(scaleInBlockedByDeploy(idle({ service: { ...rolling([2, 2, 4]), runningCount: 0 } }))).toEqual([]);
	expect(scaleInBlockedByDeploy(idle({ metrics: cpu(55, 56, 55, 57, 56) }))).toEqual([]);
	expect(scaleInBlockedByDeploy(idle({ scaling: scalingOf([4, 8]) }))).toEqual([]);
	const { target, policies } = scalingOf([2, 8]);
	const scaling = { policies, target: { ...target, suspended: { ...target.suspended, scaleIn: true } } };
	expect(scaleInBlockedByDeploy(idle({ scaling }))).toEqual([]);
});

test('nothing is concluded while one policy is not known to agree, or nothing was read', () => {
	const { target, policies } = scalingOf([2, 8]);
	const requests = {
		...policies[0],
		resourceId: target.resourceId,
		policyName: 'rps',
		policyType: 'TargetTrackingScaling',
		metricType: 'ALBRequestCountPerTarget',
	};
	expect(scaleInBlockedByDeploy(idle({ scaling: { target, policies: [...policies, requests] } }))).toEqual([]);
	expect(scaleInBlockedByDeploy(idle({ metrics: undefined }))).toEqual([]);
	expect(scaleInBlockedByDeploy(idle({ scaling: undefined }))).toEqual([]);
});
