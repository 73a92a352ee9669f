import type { TargetSnapshot } from '../../../src/actions/target/target-snapshot.ts';
import type { MetricSeries } from '../../../src/model/metrics.ts';
import type { ScalingPolicy, ServiceScaling, TrackingConfiguration } from '../../../src/model/scaling.ts';
import type { Service } from '../../../src/model/service.ts';
import { service as shopService } from '../../fixtures/shop-service.ts';

const RESOURCE = 'service/prod/checkout';

type Told = {
	readonly service?: Partial<Service>;
	/** null: not registered. */
	readonly scaling?: Partial<ServiceScaling['target']> | null;
	readonly policies?: readonly ScalingPolicy[];
	/** Percent, and requests a minute. */
	readonly cpu?: number;
	readonly memory?: number;
	readonly requests?: number;
};

/** Checkout with four tasks, tracked at 60 % CPU between 2 and 8; nothing is read that is not told. */
export function snapshot({
	service,
	scaling = {},
	policies = [policy()],
	cpu,
	memory,
	requests,
}: Told = {}): TargetSnapshot {
	const target = {
		resourceId: RESOURCE,
		minCapacity: 2,
		maxCapacity: 8,
		suspended: { scaleIn: false, scaleOut: false, scheduled: false },
		...scaling,
	};
	return {
		service: { ...shopService('checkout', { revision: 43, desired: 4 }), ...service },
		scaling: scaling === null ? undefined : { target, policies },
		schedules: { value: [] },
		now: Date.UTC(2026, 10, 20, 12),
		metrics: { value: { cpu: series(cpu), memory: series(memory) } },
		...(requests === undefined ? {} : { requests: { value: series(requests) } }),
	};
}

function series(value: number | undefined): MetricSeries {
	return { startedAt: 0, periodMs: 60_000, values: [value ?? null, null] };
}

/** A target-tracking policy as AWS tells of it. */
export function policy(
	policyName = 'cpu60',
	{ type = 'ECSServiceAverageCPUUtilization', label, ...settings }: Readonly<Record<string, unknown>> = {},
): ScalingPolicy {
	const predefined = { PredefinedMetricType: type, ...(label === undefined ? {} : { ResourceLabel: label }) };
	return tracked(policyName, { TargetValue: 60, PredefinedMetricSpecification: predefined, ...settings });
}

export function tracked(policyName: string, configuration: TrackingConfiguration): ScalingPolicy {
	return { resourceId: RESOURCE, policyName, policyType: 'TargetTrackingScaling', configuration };
}
