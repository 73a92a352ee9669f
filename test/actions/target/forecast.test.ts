import { describe, expect, test } from 'vitest';
import { autoscalingOf } from '../../../src/actions/target/autoscaling.ts';
import { forecast } from '../../../src/actions/target/forecast.ts';
import { failing } from '../../store/fake-aws.ts';
import { policy, snapshot } from './target-snapshot.ts';

const MEMORY = policy('mem', { type: 'ECSServiceAverageMemoryUtilization', TargetValue: 70 });
const REQUESTS = policy('req', { type: 'ALBRequestCountPerTarget', label: 'l', TargetValue: 1000 });

type Told = Parameters<typeof snapshot>[0];

function words(told: Told, desired = 4): readonly string[] {
	const from = snapshot(told);
	const after = autoscalingOf(from.scaling);
	if (!after) throw new Error('not registered');
	return forecast(from, after, desired).map(({ level, text }) => `${level}: ${text}`);
}

describe('what a target would do now', () => {
	test('is running tasks times metric by target, rounded up', () => {
		expect(words({ cpu: 88 })).toEqual(['info: CPU is at 88 %, the target is 60 %: 4 → 6 tasks']);
	});

	test('goes by the tasks that run, not by those that are wanted', () => {
		expect(words({ cpu: 88, service: { desiredCount: 6, runningCount: 2 } })).toEqual([
			'info: CPU is at 88 %, the target is 60 %: 2 → 3 tasks',
		]);
	});

	test('is said of each policy, and the largest number wins', () => {
		expect(words({ cpu: 88, memory: 40, requests: 1700, policies: [policy(), MEMORY, REQUESTS] })).toEqual([
			'info: CPU is at 88 %, the target is 60 %: 4 → 6 tasks',
			'info: memory is at 40 %, the target is 70 %: 4 → 3 tasks',
			'info: requests per target is at 1700 a minute, the target is 1000 a minute: 4 → 7 tasks',
			'info: the largest number wins: 7 tasks',
		]);
	});

	test('stops at the maximum, and is warned of when that is reached at once', () => {
		const low = policy('cpu20', { TargetValue: 20 });
		expect(words({ cpu: 88, policies: [low] }).at(-1)).toBe(
			'warning: it wants 18 tasks: the maximum of 8 is reached at once',
		);
		expect(words({ cpu: 88, policies: [low], service: { runningCount: 8 } }).at(-1)).toBe(
			'warning: it wants 36 tasks, and has 8, the maximum, already',
		);
	});

	test('is nothing while scale-out is off', () => {
		const suspended = { scaleIn: false, scaleOut: true, scheduled: false };
		expect(words({ cpu: 88, scaling: { suspended } }).at(-1)).toBe('warning: scale-out is off: no task is added');
	});
});

describe('what it would take away', () => {
	test('is taken little by little, and not below the minimum', () => {
		expect(words({ cpu: 10 })).toEqual([
			'info: CPU is at 10 %, the target is 60 %: 4 → 1 task',
			'info: scale-in takes it down to 2 tasks, little by little',
		]);
		expect(words({ cpu: 10, service: { runningCount: 2 } }).at(-1)).toBe('info: the minimum of 2 keeps its tasks');
	});

	test('is nothing close below the target', () => {
		expect(words({ cpu: 55, service: { runningCount: 20 } })).toEqual([
			'info: CPU is at 55 %, the target is 60 %: 20 tasks will do',
		]);
	});

	test('is nothing unless all policies agree', () => {
		expect(words({ cpu: 10, memory: 68, policies: [policy(), MEMORY] })).toEqual([
			'info: CPU is at 10 %, the target is 60 %: 4 → 1 task',
			'info: memory is at 68 %, the target is 70 %: 4 tasks will do',
		]);
		expect(words({ cpu: 10, policies: [policy(), MEMORY] }).at(-1)).toMatch(/^unknown: memory: no data/u);
	});

	test('waits for the end of a deployment', () => {
		const { service } = snapshot();
		const deployments = [...service.deployments, ...service.deployments];
		expect(words({ cpu: 10, service: { deployments } }).at(-1)).toBe(
			'info: a deployment is under way: scale-in waits until it has ended',
		);
	});

	test('is nothing while scale-in is off, in the policy or altogether', () => {
		const suspended = { scaleIn: true, scaleOut: false, scheduled: false };
		expect(words({ cpu: 10, scaling: { suspended } }).at(-1)).toBe('info: scale-in is off: no task is taken away');
		expect(words({ cpu: 10, policies: [policy('cpu60', { DisableScaleIn: true })] }).at(-1)).toBe(
			'info: its policies only add tasks: none is taken away',
		);
	});
});

describe('without metrics', () => {
	test('a service without tasks stays there', () => {
		const service = { desiredCount: 0, runningCount: 0 };
		expect(words({ service }, 0)).toEqual([
			'warning: no task runs, so there are no metrics: it stays at 0 until somebody changes it',
		]);
		expect(words({ service }, 2)).toEqual(['unknown: what it will do: no task runs yet, so there are no metrics']);
	});

	test('nothing is done, and nothing is made up', () => {
		expect(words({})).toEqual(['unknown: CPU: no data in the last minutes, and without it nothing is done']);
	});

	test('a missing permission is named', () => {
		const from = snapshot();
		const after = autoscalingOf(from.scaling);
		const { failure } = failing('denied', { service: 'cloudwatch', operation: 'GetMetricData' });
		expect(after && forecast({ ...from, metrics: { failure } }, after, 4)).toEqual([
			{ level: 'unknown', text: 'CPU: no permission to look (cloudwatch:GetMetricData)' },
		]);
	});
});
