import { expect, test } from 'vitest';
import { rollBackStep } from '../../src/diagnosis/roll-back-step.ts';
import type { Deployment } from '../../src/model/service.ts';
import { taskDefinitionArn } from '../fixtures/shop.ts';
import { ago, checkout, NOW } from './checkout.ts';

function rolledOut(minutes: number, from = 42) {
	const [primary] = checkout({}, { rolloutState: 'IN_PROGRESS', createdAt: ago(minutes) }).deployments;
	const before: Partial<Deployment> = {
		id: 'ecs-svc/old',
		status: 'ACTIVE',
		taskDefinition: taskDefinitionArn('checkout', from),
		createdAt: ago(9000),
	};
	return checkout({ deployments: primary ? [primary, { ...primary, ...before }] : [] });
}

test('goes back to what ran before a rollout of the last hour', () => {
	expect(rollBackStep({ service: rolledOut(6) }, NOW)).toEqual([
		{ text: 'Roll back to :42', binding: 'act.rollback', command: 'deckwatch rollback checkout --to 42' },
	]);
});

test('does not where the rollout is long over, brought no other revision, or is not known', () => {
	expect(rollBackStep({ service: rolledOut(90) }, NOW)).toEqual([]);
	expect(rollBackStep({ service: rolledOut(6, 43) }, NOW)).toEqual([]);
	expect(rollBackStep({ service: checkout() }, NOW)).toEqual([]);
});
