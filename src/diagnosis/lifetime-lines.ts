import { shortTaskId } from '../model/arn.ts';
import { duration } from '../model/duration.ts';
import type { CheckKill } from './check-kills.ts';
import type { Evidence } from './evidence.ts';
import type { EvidenceLine } from './finding.ts';
import { startUp } from './start-up.ts';

/** Tasks that are told one by one. */
const SHOWN = 4;

/** `task 3f2a1b was stopped 58s after its start; it was not up by then` */
export function lifetimeLines({ lastLines }: Evidence, kills: readonly CheckKill[]): readonly EvidenceLine[] {
	return kills.slice(0, SHOWN).map(({ task, lifetime, at }) => {
		const up = startUp(task, lastLines?.[task.taskArn]);
		const unfinished = '; it had not said by then that it was up';
		const words = up === undefined ? '' : up === 'unfinished' ? unfinished : `; it was up after ${seconds(up)}`;
		return {
			text: `task ${shortTaskId(task.taskArn)} was stopped ${seconds(lifetime)} after its start${words}`,
			api: 'ecs:DescribeTasks',
			at,
			place: { kind: 'task', taskArn: task.taskArn },
		};
	});
}

/** `1m15s` */
export function seconds(count: number): string {
	return duration(Math.round(count) * 1000);
}
