import { expect, test } from 'vitest';
import type { Evidence } from '../../../src/diagnosis/evidence.ts';
import { ec2AutoscalingMismatch } from '../../../src/diagnosis/rules/ec2-autoscaling-mismatch.ts';
import { ago, NOW } from '../checkout.ts';
import { aMachine, BY_PROVIDER, provider, revision, SAYS, scaled, scalingOf, web } from './capacity.ts';

const { launchType: _, ...BY_STRATEGY } = web(BY_PROVIDER, [[4, SAYS.memory]]);

const stuck = (changes: Partial<Evidence> = {}): Evidence => ({
	service: BY_STRATEGY,
	scaling: scalingOf([2, 8]),
	activities: [scaled(6, 4, { statusCode: 'Unfulfilled' }), scaled(40, 2)],
	instances: [aMachine({ capacityProviderName: 'web-ec2' })],
	capacityProviders: provider(),
	taskDefinitions: revision(43),
	...changes,
});
const judge = (evidence: Evidence) => ec2AutoscalingMismatch(evidence, NOW);

test('the service wants more, and its group is at its maximum', () => {
	expect(judge(stuck())).toMatchObject([
		{
			id: 'x-ec2-autoscaling-mismatch',
			severity: 'warning',
			confidence: 'high',
			sentence:
				'service scaling wants 4 tasks, 2 run: instance scaling is stuck, web-ecs is at its maximum of 2; needs 1 more t3.small',
			since: ago(4),
			evidence: [{ at: ago(6), place: { kind: 'autoscaling' } }, { at: ago(4) }, {}, {}],
			next: [{ command: expect.stringMatching(/--max-size 3$/u) }, { binding: 'act.target' }],
		},
	]);
});

test('managed scaling is off: what is reserved tells why nothing else sees it', () => {
	const [found] = judge(stuck({ capacityProviders: provider({ maxSize: 5 }, false) }));
	expect(found?.sentence).toMatch(
		/: instance scaling does not see it, managed scaling of web-ecs is off \(CPU is reserved to 50 %, memory to 100 %\)/u,
	);
});

test('tasks of a launch type are none that managed scaling counts', () => {
	const service = web({}, [[4, SAYS.memory]]);
	expect(judge(stuck({ service, capacityProviders: provider({ maxSize: 5 }) }))[0]?.sentence).toMatch(
		/tasks of the launch type EC2 are none that managed scaling of web-ecs counts/u,
	);
	expect(judge(stuck({ service, capacityProviders: [] }))).toMatchObject([
		{ confidence: 'medium', sentence: expect.stringMatching(/instance scaling does not see it \(CPU is reserved/u) },
	]);
});

test('is none while managed scaling may still bring an instance', () => {
	expect(judge(stuck({ capacityProviders: provider({ maxSize: 5 }) }))).toEqual([]);
});

test('is none without scaling, without trouble, on Fargate, or where nobody raised the count', () => {
	expect(judge(stuck({ scaling: null }))).toEqual([]);
	expect(judge(stuck({ scaling: undefined }))).toEqual([]);
	expect(judge(stuck({ service: { ...BY_STRATEGY, events: [] } }))).toEqual([]);
	expect(judge(stuck({ service: { ...BY_STRATEGY, launchType: 'FARGATE' } }))).toEqual([]);
	expect(judge(stuck({ activities: undefined, scaling: scalingOf([4, 8]) }))).toEqual([]);
});

test('without groups and sizes it does not guess which loop it is', () => {
	expect(judge(stuck({ capacityProviders: undefined, instances: undefined }))).toEqual([]);
});
