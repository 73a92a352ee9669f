import { isDeepStrictEqual } from 'node:util';
import type { TrackingConfiguration } from '../../model/scaling.ts';
import type { Difference } from '../plan.ts';
import type { Autoscaling } from './autoscaling.ts';
import { changedPolicies, goneNames } from './target-changes.ts';
import { DEFAULT_COOLDOWN, metricOf, metricWords, setting, type Tracking, valueWords } from './tracking.ts';

const NONE = 'none';

/** What will be another, for people. */
export function targetDifferences(
	before: Autoscaling | undefined,
	after: Autoscaling | undefined,
): readonly Difference[] {
	const known = (name: string) => before?.tracking.find(({ policyName }) => policyName === name);
	return [
		...(after ? changedPolicies(before, after) : []).flatMap((policy) =>
			policyDifferences(known(policy.policyName), policy),
		),
		...goneNames(before, after).flatMap((name) => policyDifferences(known(name), undefined)),
		...difference('Minimum', tasks(before?.min), tasks(after?.min)),
		...difference('Maximum', tasks(before?.max), tasks(after?.max)),
		...difference('Scale-in', onOff(before?.suspended.scaleIn), onOff(after?.suspended.scaleIn)),
		...difference('Scale-out', onOff(before?.suspended.scaleOut), onOff(after?.suspended.scaleOut)),
		...difference('Scheduled scaling', onOff(before?.suspended.scheduled), onOff(after?.suspended.scheduled)),
	];
}

function policyDifferences(before: Tracking | undefined, after: Tracking | undefined): readonly Difference[] {
	const policy = after ?? before;
	if (!policy) return [];
	const words = nameOf(policy);
	const target = difference(isRequests(policy) ? words : `${words} target`, targetWords(before), targetWords(after));
	if (!before || !after) return target;
	const [one, other] = [before.configuration, after.configuration];
	return [
		...target,
		...difference(`${words} scale-in cooldown`, cooldown(one, 'ScaleInCooldown'), cooldown(other, 'ScaleInCooldown')),
		...difference(
			`${words} scale-out cooldown`,
			cooldown(one, 'ScaleOutCooldown'),
			cooldown(other, 'ScaleOutCooldown'),
		),
		...difference(`${words} takes tasks away`, yesNo(one), yesNo(other)),
		...(isDeepStrictEqual(rest(one), rest(other))
			? []
			: [{ what: `${policy.policyName}, the rest`, before: 'as it is', after: 'as it was' }]),
	];
}

/** Their name has the target in it. */
function isRequests(policy: Tracking): boolean {
	return metricOf(policy) === 'requests';
}

/** `CPU`; of a policy on another metric its name. */
function nameOf(policy: Tracking): string {
	const metric = metricOf(policy);
	if (!metric) return policy.policyName;
	const words = metricWords(metric);
	return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

function targetWords(policy: Tracking | undefined): string {
	const value = policy && setting(policy.configuration, 'TargetValue');
	if (!policy || value === undefined) return NONE;
	const metric = metricOf(policy);
	return metric ? valueWords(metric, value) : String(value);
}

function cooldown(configuration: TrackingConfiguration, member: string): string {
	const seconds = setting(configuration, member);
	return seconds === undefined ? `${DEFAULT_COOLDOWN} s (AWS's default)` : `${seconds} s`;
}

function yesNo(configuration: TrackingConfiguration): string {
	return configuration['DisableScaleIn'] === true ? 'no' : 'yes';
}

/** What has no words of its own here. */
function rest(configuration: TrackingConfiguration): TrackingConfiguration {
	const told = new Set(['TargetValue', 'ScaleInCooldown', 'ScaleOutCooldown', 'DisableScaleIn']);
	return Object.fromEntries(Object.entries(configuration).filter(([member]) => !told.has(member)));
}

function tasks(count: number | undefined): string {
	return count === undefined ? NONE : `${count}`;
}

/** A service that is not registered has nothing switched off. */
function onOff(suspended: boolean | undefined): string {
	return suspended ? 'off' : 'on';
}

function difference(what: string, before: string, after: string): readonly Difference[] {
	return before === after ? [] : [{ what, before, after }];
}
