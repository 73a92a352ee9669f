import type { AwsFailureKind } from '../model/aws-failure.ts';
import { backOff } from './back-off.ts';

/** One that cannot be described is asked for alone, and so much more rarely than a whole cluster that fails. */
const ALONE = 10;
const LONGEST = 600_000;

type Suspect = {
	/** With how many others it may be asked for, itself included. */
	readonly together: number;
	/** Alone, in a row. */
	readonly failures: number;
	/** Epoch ms. */
	readonly retryAt: number;
};

/**
 * Services whose describe failed while that of others worked. AWS refuses a whole call for one service in it, so those
 * of a failed call are asked for again by halves, until the culprit is alone.
 */
export type Suspects = {
	has(serviceArn: string): boolean;
	/** Those among these whose time has come, in groups for one call each, the first ones first. */
	groups(serviceArns: Iterable<string>, now: number): readonly (readonly string[])[];
	/** A call for these failed, though AWS answers: halves next. For one alone: when it is tried again, epoch ms. */
	accuse(group: readonly string[], kind: AwsFailureKind, now: number): number | undefined;
	/** A call for these failed, and so did all others: that proves nothing, but next time they are asked for by halves. */
	doubt(group: readonly string[], now: number): void;
	clear(serviceArns: Iterable<string>): void;
	/** All may be tried now (Ctrl-r). */
	retry(): void;
	readonly all: () => readonly string[];
};

export function createSuspects(): Suspects {
	const suspects = new Map<string, Suspect>();

	function halve(group: readonly string[], retryAt: number): void {
		const together = Math.ceil(group.length / 2);
		for (const arn of group) suspects.set(arn, { together, failures: 0, retryAt });
	}

	return {
		has: (arn) => suspects.has(arn),
		groups(arns, now) {
			const groups: string[][] = [];
			const open = new Map<number, string[]>();
			for (const arn of arns) {
				const suspect = suspects.get(arn);
				if (!suspect || suspect.retryAt > now) continue;
				const known = open.get(suspect.together);
				const group = known && known.length < suspect.together ? known : [];
				if (group !== known) groups.push(group);
				group.push(arn);
				open.set(suspect.together, group);
			}
			return groups;
		},
		accuse(group, kind, now) {
			const [only, ...others] = group;
			if (only === undefined || others.length > 0) {
				halve(group, now);
				return undefined;
			}
			const failures = (suspects.get(only)?.failures ?? 0) + 1;
			const retryAt = now + Math.min(LONGEST, ALONE * backOff(kind, failures, 0));
			suspects.set(only, { together: 1, failures, retryAt });
			return retryAt;
		},
		doubt(group, now) {
			if (group.length > 1) halve(group, now);
			else for (const arn of group) suspects.delete(arn);
		},
		clear(arns) {
			for (const arn of arns) suspects.delete(arn);
		},
		retry() {
			for (const [arn, suspect] of suspects) suspects.set(arn, { ...suspect, retryAt: 0 });
		},
		all: () => [...suspects.keys()],
	};
}
