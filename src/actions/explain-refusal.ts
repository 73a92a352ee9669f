import type { AwsFailure } from '../model/aws-failure.ts';

/** Why ECS started no task, in words: RunTask's reasons are codes like `RESOURCE:CPU`. Other failures stay as they are. */
export async function explainRefusal(failure: AwsFailure): Promise<AwsFailure> {
	if (failure.operation !== 'RunTask' || failure.kind !== 'unknown') return failure;
	// The catalogue is large, and every command that acts would load it.
	const { explainMessage } = await import('../diagnosis/catalogue/explain-message.ts');
	const { id, short, next } = explainMessage(failure.code, 'run-task-failure');
	if (id === 'unknown') return failure;
	// Of several reasons, each for an instance, the message names all.
	const message = failure.message.includes(failure.code) ? failure.message : short;
	return { ...failure, message, next: next[0] ?? failure.next };
}
