import { describe, expect, test } from 'vitest';
import { planRollback } from '../../../src/actions/rollback/plan-rollback.ts';
import type { Service } from '../../../src/model/service.ts';
import { ARN, aSnapshot } from '../deploy/a-snapshot.ts';

function planned(changes: Partial<Service>, status = 'SUCCESSFUL') {
	const snapshot = aSnapshot({ app: 'reg/app:1' }, changes);
	const document = { ...snapshot.base.document, taskDefinitionArn: ARN(42) };
	const deployment = {
		serviceDeploymentArn: 'arn:sd',
		serviceArn: snapshot.service.serviceArn,
		status,
		targetTaskDefinition: ARN(43),
		sourceTaskDefinitions: [ARN(42)],
	};
	return planRollback({ ...snapshot, chosen: { value: { document, tags: [] } }, history: { value: [deployment] } }, {});
}

describe('a rollback', () => {
	test.each([
		['that is deleted', { status: 'DRAINING' }, 'checkout is DRAINING: it is being deleted.'],
		['that an external controller deploys', { deploymentController: 'EXTERNAL' }, 'through task sets'],
		['that is an Express one', { resourceManagementType: 'ECS' }, 'is an Express service'],
	] as const)('of a service %s is refused before anything is sent', (_, changes, words) => {
		expect(planned(changes)).toMatchObject({ refused: expect.stringContaining(words) });
	});

	test('stops the deployment of an Express service that is under way: ECS rolls that back as any other', () => {
		const plan = planned({ resourceManagementType: 'ECS' }, 'IN_PROGRESS');
		expect(plan).toMatchObject({ changes: [{ name: 'ecs:StopServiceDeployment' }] });
	});
});
