import type { RunTaskCommandOutput } from '@aws-sdk/client-ecs';
import { AwsCallError } from '../aws-call-error.ts';
import { list, requiredText, text } from '../shapes/scalars.ts';

/** RunTask answers 200 when it starts nothing, too, and says why in `failures`: for whoever asked it has failed. The code is the reason. */
export function notLaunched(region: string, { failures, $metadata }: RunTaskCommandOutput): AwsCallError {
	const [failure] = list(failures);
	const reasons = [...Map.groupBy(list(failures), (each) => requiredText(each.reason))];
	const reason = reasons[0]?.[0] || 'no task';
	const detail = text(failure?.detail);
	return new AwsCallError({
		kind: 'unknown',
		service: 'ecs',
		operation: 'RunTask',
		region,
		code: reason,
		message: reasons.length > 1 ? severalFailures(reasons) : (detail ?? 'ECS started no task'),
		undone: true,
		...($metadata.requestId === undefined ? {} : { requestId: requiredText($metadata.requestId) }),
		next: 'The ECS developer guide lists the reasons under "API failure reasons".',
	});
}

/** RunTask gives a failure for each instance: one lacks this, the other that. */
function severalFailures(reasons: readonly (readonly [reason: string, failures: readonly object[]])[]): string {
	const each = reasons.map(
		([reason, { length }]) => `${reason} on ${length} ${length === 1 ? 'instance' : 'instances'}`,
	);
	return `no container instance takes it: ${each.join(', ')}`;
}
