import { regionOf } from '../model/arn.ts';
import type { Topic } from '../store/picture.ts';

/** Task definitions by ARN, as far as they are known. */
export function definitionTopics(arns: readonly (string | undefined)[]): readonly Topic[] {
	return arns.flatMap((arn) =>
		arn === undefined ? [] : [{ kind: 'task-definition' as const, taskDefinitionArn: arn, region: regionOf(arn) }],
	);
}
