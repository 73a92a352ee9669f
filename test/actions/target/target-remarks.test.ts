import { expect, test } from 'vitest';
import { isRefusal, type Plan } from '../../../src/actions/plan.ts';
import { planTarget } from '../../../src/actions/target/plan-target.ts';
import type { TargetInput } from '../../../src/actions/target/target-input.ts';
import type { TargetSnapshot } from '../../../src/actions/target/target-snapshot.ts';
import { snapshot } from './target-snapshot.ts';

function plan(from: TargetSnapshot, input: TargetInput): Plan<TargetInput> {
	const planned = planTarget(from, input);
	if (isRefusal(planned)) throw new Error(planned.refused);
	return planned;
}

const warnings = ({ remarks }: Plan<TargetInput>) =>
	remarks.filter(({ level }) => level === 'warning').map(({ text }) => text);

test.each([
	['above the maximum', { desiredCount: 12 }, { scaleIn: false }, '12 → 8'],
	['above the new maximum', { desiredCount: 4 }, { max: 3 }, '4 → 3'],
	['below the new minimum', { desiredCount: 4 }, { min: 6 }, '4 → 6'],
])('a count %s is clamped at once, whatever is changed', (_, service, input, moved) => {
	expect(warnings(plan(snapshot({ service }), input))).toContain(
		`AWS brings the count within the bounds at once: ${moved} tasks`,
	);
});

test('another target alone clamps nothing', () => {
	expect(warnings(plan(snapshot({ service: { desiredCount: 12 } }), { cpu: 50 }))).toEqual([]);
});

test('scheduled actions that will move the bounds are named', () => {
	const night = {
		scheduledActionName: 'night',
		schedule: 'cron(0 18 * * ? *)',
		timezone: 'Europe/Berlin',
		minCapacity: 1,
		maxCapacity: 2,
	};
	const from = { ...snapshot(), schedules: { value: [night] } };
	const words = 'scheduled action night sets the minimum to 1 and the maximum to 2 at 18:00 Europe/Berlin (in 5h)';
	expect(warnings(plan(from, { max: 10 }))).toEqual([words]);
	expect(warnings(plan(from, { cpu: 50 }))).toEqual([]);
	expect(warnings(plan(from, { max: 10, scheduled: false }))).toEqual([]);
});

test.each([
	[{ cpu: 120 }, { launchType: 'FARGATE' }, 'CPU never is above 100 % on Fargate: no task would ever be added'],
	[{ cpu: 120 }, { launchType: 'EC2' }, 'CPU is above 100 % only where containers may use more than they reserve'],
	[{ cpu: 90 }, {}, '90 % leaves little room while new tasks start'],
	[{ min: 8 }, { desiredCount: 8 }, 'both bounds are 8: there is nothing left to scale'],
	[{ scaleOut: false }, {}, 'with scale-out off it gets no task more, whatever the load'],
	[
		{ min: 0 },
		{},
		'at 0 there are no metrics to scale by: from there only a person or a scheduled action brings it back',
	],
])('%j is warned of', (input, service, words) => {
	const told = { launchType: 'EC2', capacityProviderStrategy: [], ...service };
	expect(warnings(plan(snapshot({ service: told }), input))).toEqual([words]);
});
