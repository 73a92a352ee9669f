import { putValues } from '../picture-update.ts';
import { SETTLE, type ReadingContext } from '../reading-context.ts';
import type { Reading } from '../reading.ts';

/** How a service's target groups check their targets. */
export function targetGroupsReading({ aws, time }: ReadingContext, targetGroupArns: readonly string[]): Reading {
	return {
		key: `target groups ${targetGroupArns.join(' ')}`,
		every: 60_000,
		settle: SETTLE,
		table: 'targetGroups',
		keys: targetGroupArns,
		async read(signal, found) {
			const groups = await aws.targetGroups(targetGroupArns, signal);
			const values = groups.map((group) => [group.targetGroupArn, group] as const);
			found((picture) => putValues(picture, 'targetGroups', values, time.now()));
		},
	};
}
