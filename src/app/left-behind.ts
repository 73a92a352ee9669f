import { waitsToBePutBack, type ChangeRecord } from '../views/changes/change-record.ts';
import type { ActsState } from '../views/pane.ts';

/** Verbs that bring no deployment. */
const ABOUT_TASKS: ReadonlySet<string> = new Set(['scale', 'stop-task', 'run-task']);

/** What a console that ends leaves undone, in sentences with the way to do it. */
export function leftBehind(changes: readonly ChangeRecord[]): readonly string[] {
	return changes.flatMap((change) => {
		const { title, subject, differences } = change.plan;
		const { serviceName, clusterName, region } = subject;
		const service = `${clusterName}/${serviceName}`;
		const there = `--region ${region}`;
		if (waitsToBePutBack(change)) {
			const stays = differences.map(({ what, before, after }) => `${what} stays ${after} (was ${before})`).join(', ');
			const command = `deckwatch scale ${service} ${differences[0]?.before ?? ''} ${there}`;
			return [`${serviceName} is not put back by itself any more: ${stays}. \`${command}\` scales it back.`];
		}
		if (change.putBack?.state === 'left') return [`${change.putBack.text}.`];
		if (change.outcome) return [];
		const command = `deckwatch ${ABOUT_TASKS.has(change.plan.verb) ? 'tasks' : 'deployments'} ${service} ${there}`;
		return [`${title} is not followed to its end; it goes on in AWS: \`${command}\` shows how.`];
	});
}

/** The same in a few words: `1 change waits to be put back, 1 change is still followed`; undefined when nothing is left. */
export function leftBehindWords({ changes, dialog }: ActsState): string | undefined {
	const waiting = changes.filter(waitsToBePutBack).length;
	const followed = changes.filter((change) => !change.outcome && !waitsToBePutBack(change)).length;
	const words = [
		...(dialog?.phase === 'carrying out' ? ['a change is just being sent'] : []),
		...(waiting > 0 ? [`${waiting} ${waiting === 1 ? 'change waits' : 'changes wait'} to be put back`] : []),
		...(followed > 0 ? [`${followed} ${followed === 1 ? 'change is' : 'changes are'} still followed`] : []),
	];
	return words.length === 0 ? undefined : words.join(', ');
}
