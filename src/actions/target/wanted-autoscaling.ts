import type { TrackingConfiguration } from '../../model/scaling.ts';
import { seen, unseen } from '../look.ts';
import type { Refusal } from '../plan.ts';
import { type Autoscaling, autoscalingOf } from './autoscaling.ts';
import { resourceLabel } from './resource-label.ts';
import type { TargetInput } from './target-input.ts';
import type { TargetSnapshot } from './target-snapshot.ts';
import { type Metric, METRICS, metricOf, metricType, metricWords, type Tracking, trackingOf } from './tracking.ts';

/** How the service is to be scaled; undefined: not at all, as before. */
export type Wanted = { readonly autoscaling: Autoscaling | undefined };

/** Longest name of a policy (Application Auto Scaling API reference, PutScalingPolicy), less what is put behind it. */
const LONGEST_NAME = 240;

/** What was asked for, on top of what is there; or why that cannot be. */
export function wantedAutoscaling(snapshot: TargetSnapshot, input: TargetInput): Wanted | Refusal {
	const before = autoscalingOf(snapshot.scaling);
	const tracking = wantedTracking(snapshot, input);
	if ('refused' in tracking) return tracking;
	if (!before && tracking.policies.length === 0 && wantsNothing(input)) return { autoscaling: undefined };
	const bounds = wantedBounds(snapshot, input, tracking.policies.length > 0);
	if ('refused' in bounds) return bounds;
	if (before && input.registered === false && isLeftAlone(snapshot, tracking.policies)) {
		return { autoscaling: undefined };
	}
	const suspended = before?.suspended ?? { scaleIn: false, scaleOut: false, scheduled: false };
	return {
		autoscaling: {
			...bounds,
			suspended: {
				scaleIn: input.scaleIn === undefined ? suspended.scaleIn : !input.scaleIn,
				scaleOut: input.scaleOut === undefined ? suspended.scaleOut : !input.scaleOut,
				scheduled: input.scheduled === undefined ? suspended.scheduled : !input.scheduled,
			},
			tracking: tracking.policies,
		},
	};
}

/** Nothing but that something be gone. */
function wantsNothing({ policies, registered, ...rest }: TargetInput): boolean {
	return registered === false || (policies === undefined && Object.values(rest).every((value) => value === null));
}

/** Deregistering takes policies and scheduled actions with it (API reference): only what nobody else uses may go. */
function isLeftAlone({ scaling, schedules }: TargetSnapshot, tracking: readonly Tracking[]): boolean {
	const others = (scaling?.policies ?? []).filter(({ configuration }) => configuration === undefined);
	return tracking.length === 0 && others.length === 0 && seen(schedules)?.length === 0;
}

function wantedBounds(
	{ service, scaling }: TargetSnapshot,
	{ min, max }: TargetInput,
	hasPolicy: boolean,
): { readonly min: number; readonly max: number } | Refusal {
	const { serviceName, desiredCount } = service;
	if (!scaling && !hasPolicy) {
		return {
			refused: `${serviceName} has no autoscaling: there is nothing to change yet.`,
			instead: 'Give it a target: for CPU, memory or requests.',
		};
	}
	if (!scaling && desiredCount === 0 && (min === undefined || max === undefined)) {
		return {
			refused: `${serviceName} has neither autoscaling nor tasks: how many it should have cannot be guessed.`,
			instead: 'Say its minimum and maximum, too.',
		};
	}
	const least = min ?? scaling?.target.minCapacity ?? Math.min(desiredCount, max ?? desiredCount);
	const bounds = { min: least, max: max ?? scaling?.target.maxCapacity ?? Math.max(2 * desiredCount, least) };
	if (bounds.min <= bounds.max) return bounds;
	return {
		refused: `The minimum of ${bounds.min} would be above the maximum of ${bounds.max}.`,
		instead: min === undefined ? 'Give a minimum, too.' : 'Give a larger maximum, too.',
	};
}

type WantedTracking = { readonly policies: readonly Tracking[] };

function wantedTracking(snapshot: TargetSnapshot, input: TargetInput): WantedTracking | Refusal {
	let policies = restored(trackingOf(snapshot.scaling), input.policies ?? {});
	for (const metric of METRICS) {
		const value = input[metric];
		if (value === undefined) continue;
		const [policy, ...others] = policies.filter((one) => metricOf(one) === metric);
		if (others.length > 0 && policy) return ambiguous(snapshot, metric, [policy, ...others]);
		if (value === null) {
			policies = policies.filter((one) => one !== policy);
		} else if (policy) {
			policies = policies.map((one) => (one === policy ? withSettings(one, { TargetValue: value }) : one));
		} else {
			const made = newPolicy(snapshot, metric, value);
			if ('refused' in made) return made;
			policies = [...policies, made];
		}
	}
	return withCooldowns(snapshot, policies, input);
}

function restored(tracking: readonly Tracking[], policies: NonNullable<TargetInput['policies']>): readonly Tracking[] {
	const kept = tracking.filter(({ policyName }) => !Object.hasOwn(policies, policyName));
	const back = Object.entries(policies).flatMap(([policyName, configuration]) =>
		configuration ? [{ policyName, configuration }] : [],
	);
	return [...kept, ...back];
}

function withCooldowns(
	{ service }: TargetSnapshot,
	policies: readonly Tracking[],
	input: TargetInput,
): WantedTracking | Refusal {
	const settings = {
		...(input.scaleInCooldown === undefined ? {} : { ScaleInCooldown: input.scaleInCooldown }),
		...(input.scaleOutCooldown === undefined ? {} : { ScaleOutCooldown: input.scaleOutCooldown }),
		...(input.disableScaleIn === undefined ? {} : { DisableScaleIn: input.disableScaleIn }),
	};
	if (Object.keys(settings).length === 0) return { policies };
	const named = METRICS.filter((metric) => typeof input[metric] === 'number');
	const meant: readonly Metric[] = named.length > 0 ? named : METRICS;
	const isMeant = (policy: Tracking) => meant.some((metric) => metric === metricOf(policy));
	if (!policies.some(isMeant)) {
		return {
			refused: `${service.serviceName} tracks neither CPU nor memory nor requests: there is no cooldown to set.`,
			instead: 'Give it a target, too.',
		};
	}
	return { policies: policies.map((policy) => (isMeant(policy) ? withSettings(policy, settings) : policy)) };
}

/** The whole policy goes back with it: PutScalingPolicy replaces the configuration. */
function withSettings({ policyName, configuration }: Tracking, settings: TrackingConfiguration): Tracking {
	return { policyName, configuration: { ...configuration, ...settings } };
}

function newPolicy(snapshot: TargetSnapshot, metric: Metric, value: number): Tracking | Refusal {
	const { service, scaling, targetGroups } = snapshot;
	const predefined = { PredefinedMetricType: metricType(metric) };
	const made = (specification: object): Tracking => ({
		policyName: freeName(
			`${service.serviceName.slice(0, LONGEST_NAME)}-${metric}`,
			(scaling?.policies ?? []).map(({ policyName }) => policyName),
		),
		configuration: { TargetValue: value, PredefinedMetricSpecification: specification },
	});
	if (metric !== 'requests') return made(predefined);
	const unknown = unseen('its target groups', targetGroups);
	if (unknown !== undefined) {
		return {
			refused: `Whose requests to count cannot be told: ${unknown}.`,
			instead: 'Track its CPU or memory instead.',
		};
	}
	const label = resourceLabel(service, (targetGroups && seen(targetGroups)) ?? []);
	return typeof label === 'string' ? made({ ...predefined, ResourceLabel: label }) : label;
}

/** A name that is taken would replace what somebody made by hand. */
function freeName(name: string, taken: readonly string[]): string {
	if (!taken.includes(name)) return name;
	let number = 2;
	while (taken.includes(`${name}-${number}`)) number++;
	return `${name}-${number}`;
}

function ambiguous({ service }: TargetSnapshot, metric: Metric, policies: readonly Tracking[]): Refusal {
	const names = policies.map(({ policyName }) => policyName).join(', ');
	return {
		refused: `${service.serviceName} tracks ${metricWords(metric)} in several policies (${names}): which one is meant cannot be told.`,
		instead: 'Change it where these policies come from, or delete all but one of them there.',
	};
}
