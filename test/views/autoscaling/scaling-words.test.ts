import { expect, test } from 'vitest';
import type { MetricSeries, ServiceMetrics } from '../../../src/model/metrics.ts';
import type { ScalingPolicy } from '../../../src/model/scaling.ts';
import { policySentence } from '../../../src/views/autoscaling/scaling-words.ts';
import { scaling } from '../../fixtures/checkout-settings.ts';

const series = (...values: readonly (number | null)[]): MetricSeries => ({ startedAt: 0, periodMs: 60_000, values });
const metrics = (cpu: number | null): ServiceMetrics => ({ cpu: series(40, cpu), memory: series(null, null) });
const steps: ScalingPolicy = { resourceId: 'service/prod/checkout', policyName: 'cpu-60', policyType: 'StepScaling' };
const cpu: ScalingPolicy = {
	...steps,
	policyType: 'TargetTrackingScaling',
	metricType: 'ECSServiceAverageCPUUtilization',
	targetValue: 60,
};
const memory: ScalingPolicy = { ...cpu, metricType: 'ECSServiceAverageMemoryUtilization' };
const requests: ScalingPolicy = { ...cpu, metricType: 'ALBRequestCountPerTarget', targetValue: 500 };

test.each<[sentence: string, policy: ScalingPolicy, now: number | null, running: number]>([
	['CPU is at 88 % with a target of 60 %: it wants 6 tasks; the maximum is 5.', cpu, 88, 4],
	['CPU is at 70 % with a target of 60 %: it wants 5 tasks.', cpu, 70, 4],
	['CPU is at 10 % with a target of 60 %: it wants 1 task; the minimum is 2.', cpu, 10, 4],
	['Target 60 % for CPU: no metrics while no task runs, so it changes nothing.', cpu, 88, 0],
	['Target 60 % for memory: there is no data, so it does nothing.', memory, 88, 4],
	['Target 500 for requests per target: deckwatch does not read this metric.', requests, 88, 4],
	['StepScaling: it scales in steps, not towards a target.', steps, 88, 4],
])('%s', (sentence, policy, now, running) => {
	expect(policySentence(policy, { metrics: metrics(now), running, bounds: scaling.target })).toBe(sentence);
});
