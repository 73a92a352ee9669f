import type { RunTaskCommandOutput } from '@aws-sdk/client-ecs';
import { launchFailure } from '../../model/launch-failure.ts';
import { AwsCallError } from '../aws-call-error.ts';
import { list, requiredText, text } from '../shapes/scalars.ts';

/** RunTask answers 200 when it starts nothing, too, and says why in `failures`: for whoever asked it has failed. */
export function notLaunched(region: string, { failures, $metadata }: RunTaskCommandOutput): AwsCallError {
	const [failure] = list(failures);
	const reason = requiredText(failure?.reason) || 'no task';
	const known = launchFailure(reason);
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
		next: known?.next ?? 'The ECS developer guide lists the reasons under "API failure reasons".',
	});
}
