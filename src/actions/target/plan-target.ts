import type { Plan, Refusal } from '../plan.ts';
import { scalingResourceId } from '../../model/scaling-resource-id.ts';
import { subjectOf } from '../subject.ts';
import { type Autoscaling, autoscalingOf, autoscalingWords } from './autoscaling.ts';
import { cannotBeScaled, wrongNumber } from './check-target.ts';
import { changedPolicies, goneNames, targetChanges } from './target-changes.ts';
import { targetDifferences } from './target-differences.ts';
import type { TargetInput } from './target-input.ts';
import { clamped, targetRemarks } from './target-remarks.ts';
import type { TargetSnapshot } from './target-snapshot.ts';
import { wantedAutoscaling } from './wanted-autoscaling.ts';

/** Changes how Application Auto Scaling scales a service: targets, bounds, cooldowns, and what is switched off. */
export function planTarget(snapshot: TargetSnapshot, input: TargetInput): Plan<TargetInput> | Refusal {
	const { service, scaling } = snapshot;
	const { serviceName, desiredCount } = service;
	const before = autoscalingOf(scaling);
	const refusal = cannotBeScaled(service) ?? wrongNumber(input);
	if (refusal) return refusal;
	if (Object.keys(input).length === 0) {
		return { refused: 'No change is asked for.', instead: `${serviceName} ${autoscalingWords(before)}.` };
	}
	const wanted = wantedAutoscaling(snapshot, input);
	if ('refused' in wanted) return wanted;
	const { autoscaling: after } = wanted;
	const subject = subjectOf(service);
	const resourceId = scaling?.target.resourceId ?? scalingResourceId(subject);
	const changes = targetChanges({ region: subject.region, resourceId }, before, after);
	if (changes.length === 0) {
		const refused = `${serviceName} ${autoscalingWords(before)}: that is so already.`;
		return { refused, instead: 'There is nothing to do.', already: true };
	}
	const registers = changes.some(({ name }) => name === 'application-autoscaling:RegisterScalableTarget');
	return {
		verb: 'target',
		title: `Autoscaling of ${serviceName}`,
		subject,
		input,
		differences: targetDifferences(before, after),
		remarks: targetRemarks(snapshot, input, { before, after, registers }),
		changes,
		// The count itself moves all the time; what is done to it may not.
		basis: JSON.stringify([before, changes, registers && after ? clamp(desiredCount, after) : 0]),
		undo: wayBack(before, after),
	};
}

function clamp(count: number, after: Autoscaling): readonly number[] {
	const then = clamped(count, after);
	return then === count ? [] : [count, then];
}

/** What was changed, as it was; what was not stays free to change meanwhile. */
function wayBack(before: Autoscaling | undefined, after: Autoscaling | undefined): TargetInput {
	const changed = after ? changedPolicies(before, after).map(({ policyName }) => policyName) : [];
	const names = [...changed, ...goneNames(before, after)];
	const was = (name: string) => before?.tracking.find(({ policyName }) => policyName === name)?.configuration ?? null;
	const policies = Object.fromEntries(names.map((name) => [name, was(name)]));
	return {
		...(names.length === 0 ? {} : { policies }),
		...(before
			? {
					...(before.min === after?.min ? {} : { min: before.min }),
					...(before.max === after?.max ? {} : { max: before.max }),
					...flags(before, after),
				}
			: { registered: false }),
	};
}

function flags(before: Autoscaling, after: Autoscaling | undefined): TargetInput {
	const now = after?.suspended ?? { scaleIn: false, scaleOut: false, scheduled: false };
	const { scaleIn, scaleOut, scheduled } = before.suspended;
	return {
		...(scaleIn === now.scaleIn ? {} : { scaleIn: !scaleIn }),
		...(scaleOut === now.scaleOut ? {} : { scaleOut: !scaleOut }),
		...(scheduled === now.scheduled ? {} : { scheduled: !scheduled }),
	};
}
