import { putValues } from '../picture-update.ts';
import { SETTLE, type ReadingContext } from '../reading-context.ts';
import type { Reading } from '../reading.ts';

/** What a target group's load balancer thinks of its targets. */
export function targetHealthReading(
	{ aws, time }: ReadingContext,
	targetGroupArn: string,
	pace: Pick<Reading, 'every' | 'settle' | 'atLeast'>,
): Reading {
	return {
		key: `target health ${targetGroupArn}`,
		settle: SETTLE,
		...pace,
		table: 'targetHealth',
		keys: [targetGroupArn],
		async read(signal, found) {
			const health = await aws.targetHealth(targetGroupArn, signal);
			found((picture) => putValues(picture, 'targetHealth', [[targetGroupArn, health]], time.now()));
		},
	};
}
