import type { ScalableTarget, ScheduledAction } from '../../model/scaling.ts';
import type { Remark } from '../plan.ts';
import { momentWords } from '../../model/moment-words.ts';
import { nextRun } from '../../model/next-run.ts';
import { info } from '../remarks.ts';

/**
 * Who moves autoscaling's bounds by the clock, and when next: a warning where the count would lie outside of them, since
 * then it is brought inside at once (Application Auto Scaling user guide, scheduled scaling).
 */
export function scheduleRemarks(
	schedules: readonly ScheduledAction[],
	target: ScalableTarget | undefined,
	{ count, now }: { readonly count: number; readonly now: number },
): readonly Remark[] {
	const coming = schedules.flatMap((action) => {
		const next = nextRun(action, now);
		return next === 'never' ? [] : [{ action, next }];
	});
	if (coming.length === 0) return [];
	if (target?.suspended.scheduled) {
		const names = coming.map(({ action }) => action.scheduledActionName).join(', ');
		return [info(`scheduled scaling is suspended, and with it ${names}`)];
	}
	return coming
		.toSorted((one, other) => order(one.next) - order(other.next))
		.map(({ action, next }) => ({
			level: allows(action, count) ? 'info' : 'warning',
			text: `scheduled action ${action.scheduledActionName} sets the ${boundsWords(action)} ${when(action, next, now)}`,
		}));
}

function order(next: number | 'unclear'): number {
	return next === 'unclear' ? Number.POSITIVE_INFINITY : next;
}

function allows({ minCapacity = 0, maxCapacity = Number.POSITIVE_INFINITY }: ScheduledAction, count: number): boolean {
	return count >= minCapacity && count <= maxCapacity;
}

function boundsWords({ minCapacity, maxCapacity }: ScheduledAction): string {
	return [
		...(minCapacity === undefined ? [] : [`minimum to ${minCapacity}`]),
		...(maxCapacity === undefined ? [] : [`maximum to ${maxCapacity}`]),
	].join(' and the ');
}

function when({ schedule, timezone }: ScheduledAction, next: number | 'unclear', now: number): string {
	return next === 'unclear'
		? `by its schedule ${schedule}${timezone === undefined ? '' : ` ${timezone}`}`
		: momentWords(next, now, timezone);
}
