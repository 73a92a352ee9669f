import { explainMessage } from '../diagnosis/catalogue/explain-message.ts';
import type { AwsFailure } from '../model/aws-failure.ts';

/** Why ECS started no task, in words: RunTask's reasons are codes like `RESOURCE:CPU`. Other failures stay as they are. */
export function explainRefusal(failure: AwsFailure): AwsFailure {
	if (failure.operation !== 'RunTask' || failure.kind !== 'unknown') return failure;
	const { id, short, next } = explainMessage(failure.code, 'run-task-failure');
	if (id === 'unknown') return failure;
	// Of several reasons, each for an instance, the message names all.
	const message = failure.message.includes(failure.code) ? failure.message : short;
	return { ...failure, message, next: next[0] ?? failure.next };
}
