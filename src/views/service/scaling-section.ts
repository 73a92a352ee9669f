import { failedCallAndNext } from '../../model/failure-words.ts';
import type { Resource } from '../../model/resource.ts';
import type { ScalableTarget, ScalingPolicy, ServiceScaling } from '../../model/scaling.ts';
import { fieldSection, type Section } from '../section.ts';

/** What Application Auto Scaling does with the service; `a` tells more. */
export function scalingSection(scaling: Resource<ServiceScaling | null> | undefined): Section {
	const value = scaling?.value;
	if (value === undefined) {
		const text = scaling?.failure ? `not known: ${failedCallAndNext(scaling.failure)}` : 'asking';
		return fieldSection('Autoscaling', [{ label: 'now', text, tone: scaling?.failure ? 'degraded' : 'dim' }]);
	}
	if (value === null) return fieldSection('Autoscaling', [{ label: 'none', text: 'its desired count is set by hand' }]);
	const { minCapacity, maxCapacity } = value.target;
	return fieldSection('Autoscaling', [
		{ label: 'tasks', text: `${minCapacity} to ${maxCapacity}` },
		{ label: 'switched off', text: suspendedWords(value.target) ?? '', tone: 'degraded' },
		{ label: 'policies', text: value.policies.length > 0 ? value.policies.map(policyWords) : 'none' },
	]);
}

/** `cpu-60: CPU at 60 %`. */
export function policyWords({ policyName, policyType, metricType, targetValue }: ScalingPolicy): string {
	if (targetValue === undefined) return `${policyName}: ${policyType}`;
	return `${policyName}: ${metricWords(metricType)} at ${targetValue}${isPercent(metricType) ? ' %' : ''}`;
}

/** A predefined metric's short name: `CPU`, `memory`, `requests per target`. */
export function metricWords(metricType: string | undefined): string {
	if (metricType === undefined) return 'a custom metric';
	if (metricType.startsWith('ECSServiceAverageCPUUtilization')) return 'CPU';
	if (metricType.startsWith('ECSServiceAverageMemoryUtilization')) return 'memory';
	return metricType === 'ALBRequestCountPerTarget' ? 'requests per target' : metricType;
}

/** CPU and memory are percent of what is reserved; other metrics have units of their own. */
export function isPercent(metricType: string | undefined): boolean {
	return metricType?.startsWith('ECSServiceAverage') ?? false;
}

/** What is switched off, in words; undefined when nothing is. */
export function suspendedWords({ suspended }: ScalableTarget): string | undefined {
	const off = [
		...(suspended.scaleIn ? ['scale in'] : []),
		...(suspended.scaleOut ? ['scale out'] : []),
		...(suspended.scheduled ? ['scheduled actions'] : []),
	];
	return off.length === 0 ? undefined : off.join(', ');
}
