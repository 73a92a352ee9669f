import type { RunTaskCommandOutput } from '@aws-sdk/client-ecs';
import { launchFailure } from '../../model/launch-failure.ts';
import { AwsCallError } from '../aws-call-error.ts';
import { list, requiredText, text } from '../shapes/scalars.ts';

/** RunTask answers 200 when it starts nothing, too, and says why in `failures`: for whoever asked it has failed. */
export function notLaunched(region: string, { failures, $metadata }: RunTaskCommandOutput): AwsCallError {
	const [failure] = list(failures);
	const reasons = [...Map.groupBy(list(failures), (each) => requiredText(each.reason))];
	const reason = reasons[0]?.[0] || 'no task';
	const known = reasons.length > 1 ? severalFailures(reasons) : launchFailure(reason);
	const detail = text(failure?.detail);
	return new AwsCallError({
		kind: 'unknown',
		service: 'ecs',
		operation: 'RunTask',
		region,
		code: reason,
		message: known?.words ?? detail ?? 'ECS started no task',
		undone: true,
		...($metadata.requestId === undefined ? {} : { requestId: requiredText($metadata.requestId) }),
		next: known?.next ?? GUIDE,
	});
}

/** RunTask gives a failure for each instance: one lacks this, the other that. */
function severalFailures(reasons: readonly (readonly [reason: string, failures: readonly object[]])[]): {
	readonly words: string;
	readonly next: string;
} {
	const each = reasons.map(
		([reason, { length }]) => `${reason} on ${length} ${length === 1 ? 'instance' : 'instances'}`,
	);
	const [next] = reasons.flatMap(([reason]) => launchFailure(reason)?.next ?? []);
	return { words: `no container instance takes it: ${each.join(', ')}`, next: next ?? GUIDE };
}

const GUIDE = 'The ECS developer guide lists the reasons under "API failure reasons".';
