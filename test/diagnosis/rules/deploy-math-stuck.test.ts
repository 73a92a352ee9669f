import { expect, test } from 'vitest';
import { deployMathStuck } from '../../../src/diagnosis/rules/deploy-math-stuck.ts';
import { ago } from '../checkout.ts';
import { rolling, SAYS, web } from './capacity.ts';

const bounds = (minimumHealthyPercent: number, maximumPercent: number) => ({
	deploymentConfiguration: { minimumHealthyPercent, maximumPercent },
});
const SAID =
	'(service web) was unable to stop or start tasks during a deployment because of the service deployment configuration. Update the minimumHealthyPercent or maximumPercent value and try again.';

test('tells a deployment that can never roll before ECS does, with the arithmetic', () => {
	expect(deployMathStuck({ service: rolling([1, 0, 1], bounds(100, 134)) })).toMatchObject([
		{
			id: 'x-deploy-math-stuck',
			severity: 'high',
			confidence: 'medium',
			sentence: 'web:44 can never roll out: of 1 task 1 must stay (min 100 %) and 1 may run (max 134 %)',
			since: ago(12),
			next: [
				{ text: 'Raise maximumPercent 134 → 200: new tasks start first' },
				{ text: 'Or lower minimumHealthyPercent 100 → 0: nothing serves until the new task is up' },
			],
		},
	]);
});

test('is sure once ECS has said it', () => {
	const [found] = deployMathStuck({
		service: rolling([4, 0, 4], bounds(100, 100), [
			[5, SAID],
			[50, SAYS.steady],
		]),
	});
	expect(found).toMatchObject({ confidence: 'high', evidence: [{ at: ago(5) }, {}, {}], ruledOut: [] });
	expect(found?.next[1]?.text).toBe('Or lower minimumHealthyPercent 100 → 75: one task fewer serves meanwhile');
});

test('at rest it is only worth a word', () => {
	expect(deployMathStuck({ service: web({ runningCount: 4, ...bounds(100, 100) }) })).toMatchObject([
		{
			severity: 'info',
			sentence: 'no deployment can ever roll: of 4 tasks 4 must stay (min 100 %) and 4 may run (max 100 %)',
		},
	]);
});

test('is none where one may stop or start, while fewer run than may, or where ECS does not roll', () => {
	expect(deployMathStuck({ service: rolling([4, 0, 4], bounds(75, 100)) })).toEqual([]);
	expect(deployMathStuck({ service: rolling([1, 0, 1], bounds(100, 200)) })).toEqual([]);
	expect(deployMathStuck({ service: rolling([3, 0, 4], bounds(100, 100)) })).toEqual([]);
	const deploymentController = 'EXTERNAL';
	expect(deployMathStuck({ service: rolling([1, 0, 1], { ...bounds(100, 100), deploymentController }) })).toEqual([]);
	const { deploymentConfiguration: _, ...untold } = rolling([1, 0, 1]);
	expect(deployMathStuck({ service: untold })).toEqual([]);
});
