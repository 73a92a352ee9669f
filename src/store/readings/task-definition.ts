import { putValues } from '../picture-update.ts';
import type { ReadingContext } from '../reading-context.ts';
import type { Reading } from '../reading.ts';

/** A revision of a task definition. It never changes: once it is here the plan asks for it no more. */
export function taskDefinitionReading({ aws, time }: ReadingContext, arn: string, region: string): Reading {
	return {
		key: `task definition ${arn}`,
		every: 60_000,
		table: 'taskDefinitions',
		keys: [arn],
		async read(signal, found) {
			const definition = await aws.taskDefinition(arn, region, signal);
			found((picture) => putValues(picture, 'taskDefinitions', [[arn, definition]], time.now()));
		},
	};
}
