import { expect, test } from 'vitest';
import { rollbackChoices } from '../../../src/actions/rollback/rollback-choices.ts';
import type { DeploySnapshot } from '../../../src/actions/deploy/deploy-snapshot.ts';
import type { ServiceDeployment } from '../../../src/model/deployment-history.ts';
import { HOUR, NIGHT, serviceArn, taskDefinitionArn } from '../../fixtures/shop.ts';
import { service } from '../../fixtures/shop-service.ts';

const rolledOut = (revision: number, ago: number, changes: Partial<ServiceDeployment> = {}): ServiceDeployment => ({
	serviceDeploymentArn: `arn:${revision}-${ago}`,
	serviceArn: serviceArn('checkout'),
	status: 'SUCCESSFUL',
	createdAt: NIGHT - ago - 60_000,
	finishedAt: NIGHT - ago,
	targetTaskDefinition: taskDefinitionArn('checkout', revision),
	targetImages: [{ containerName: 'app', image: `reg/app:${revision}` }],
	sourceTaskDefinitions: [],
	...changes,
});

function snapshot(history: DeploySnapshot['history']): DeploySnapshot {
	const base = { document: {}, tags: [] };
	return {
		service: service('checkout', { revision: 43, desired: 4 }),
		base,
		newest: { value: base },
		history,
		images: new Map(),
		alarms: { value: [] },
	};
}

test('are the revisions that succeeded, each once with the last time, without the present one', () => {
	const history = [
		rolledOut(43, HOUR),
		rolledOut(42, 2 * HOUR, { status: 'ROLLBACK_SUCCESSFUL' }),
		rolledOut(41, 3 * HOUR),
		rolledOut(40, 4 * HOUR),
		rolledOut(41, 9 * HOUR),
	];
	expect(rollbackChoices(snapshot({ value: history }))).toEqual([
		{
			taskDefinition: taskDefinitionArn('checkout', 41),
			images: [{ containerName: 'app', image: 'reg/app:41' }],
			deployedAt: NIGHT - 3 * HOUR,
		},
		{
			taskDefinition: taskDefinitionArn('checkout', 40),
			images: [{ containerName: 'app', image: 'reg/app:40' }],
			deployedAt: NIGHT - 4 * HOUR,
		},
	]);
});

test('are none where the history may not be read', () => {
	const failure = { kind: 'denied', service: 'ecs', operation: 'X', code: 'Y', message: '', next: '' } as const;
	expect(rollbackChoices(snapshot({ failure }))).toEqual([]);
});
