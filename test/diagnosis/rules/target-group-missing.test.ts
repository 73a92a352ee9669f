import { expect, test } from 'vitest';
import { targetGroupMissing } from '../../../src/diagnosis/rules/target-group-missing.ts';
import { ago, checkout, events, NOW } from '../checkout.ts';
import { GROUP } from '../failing-checks.ts';

const loadBalancers = [{ targetGroupArn: GROUP, containerName: 'app', containerPort: 8080 }];
// As a public copy of the ECS developer guide's list of service events has it.
const due = (what: string) =>
	`service (checkout) task set (ecs-svc/823) (task 9d85800c) is not healthy in target-group (${GROUP}) due to ${what}.`;
const GONE = due('TARGET GROUP IS NOT FOUND');
const find = (...told: readonly (readonly [minutes: number, message: string])[]) =>
	targetGroupMissing({ service: checkout({ loadBalancers, events: events(...told) }) }, NOW);

test('a target group that is gone is critical', () => {
	expect(find([3, GONE], [9, GONE])).toMatchObject([
		{
			id: 'target-group-missing',
			severity: 'critical',
			sentence: 'the target group checkout-tg is not there any more: no task of it can be started',
			since: ago(9),
			evidence: [{ text: GONE, at: ago(3), place: { kind: 'event' } }],
		},
	]);
});

test('a target that is gone is another matter', () => {
	expect(find([3, due('TARGET IS NOT FOUND')])).toMatchObject([{ id: 'target-missing', severity: 'high' }]);
});

test('is over once the service is steady, and after hours of silence', () => {
	expect(find([1, '(service checkout) has reached a steady state.'], [3, GONE])).toEqual([]);
	expect(find([400, GONE])).toEqual([]);
	expect(find()).toEqual([]);
});
