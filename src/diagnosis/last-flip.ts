import type { HealthFlip } from '../model/health-flip.ts';
import type { TargetHealth } from '../model/load-balancing.ts';
import type { Beginning, Evidence } from './evidence.ts';

/** What was seen of one target, oldest first; undefined where nothing is kept. */
export function flipsOfTarget({ flips }: Evidence, target: TargetHealth): readonly HealthFlip[] | undefined {
	return flips?.filter(
		(flip) =>
			flip.kind === 'target' &&
			flip.targetId === target.id &&
			flip.port === target.port &&
			(target.targetGroupArn === undefined || flip.targetGroupArn === target.targetGroupArn),
	);
}

/** What was seen of the health of one task's containers, oldest first. */
export function flipsOfTask({ flips }: Evidence, taskArn: string): readonly HealthFlip[] | undefined {
	return flips?.filter((flip) => (flip.kind === 'container' || flip.kind === 'task') && flip.taskArn === taskArn);
}

/** When the first of these turned to where they are; the first sight of one tells no beginning. */
export function beginningOf(flips: readonly (HealthFlip | undefined)[]): Beginning {
	const [first] = flips.filter((flip) => flip !== undefined).toSorted((a, b) => a.at - b.at);
	if (!first) return {};
	return { since: first.at, ...(first.before === undefined && { mayBeOlder: true }) };
}
