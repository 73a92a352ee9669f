import type { StepScaling } from '../../model/scaling.ts';

/** `0 to 10 from the alarm's threshold: +1 task`, a line for each step. */
export function stepWords({ adjustmentType, stepAdjustments }: StepScaling): readonly string[] {
	return stepAdjustments.map(({ metricIntervalLowerBound: low, metricIntervalUpperBound: high, scalingAdjustment }) => {
		const range = low === undefined ? `up to ${high}` : high === undefined ? `${low} or more` : `${low} to ${high}`;
		return `${range} from the alarm's threshold: ${adjustmentWords(adjustmentType, scalingAdjustment)}`;
	});
}

function adjustmentWords(adjustmentType: string, adjustment: number): string {
	const signed = adjustment > 0 ? `+${adjustment}` : String(adjustment);
	if (adjustmentType === 'ExactCapacity') return `${adjustment} ${tasks(adjustment)}`;
	return adjustmentType === 'PercentChangeInCapacity' ? `${signed} %` : `${signed} ${tasks(adjustment)}`;
}

function tasks(count: number): string {
	return Math.abs(count) === 1 ? 'task' : 'tasks';
}
