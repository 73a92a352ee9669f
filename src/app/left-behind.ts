import { waitsToBePutBack, type ChangeRecord } from '../views/changes/change-record.ts';

/** What a console that ends leaves undone, in sentences with the way to do it. */
export function leftBehind(changes: readonly ChangeRecord[]): readonly string[] {
	return changes.flatMap((change) => {
		const { title, subject, differences } = change.plan;
		const { serviceName, clusterName } = subject;
		if (waitsToBePutBack(change)) {
			const stays = differences.map(({ what, before, after }) => `${what} stays ${after} (was ${before})`).join(', ');
			const command = `deckwatch scale ${serviceName} ${differences[0]?.before ?? ''} --cluster ${clusterName}`;
			return [`${serviceName} is not put back by itself any more: ${stays}. \`${command}\` scales it back.`];
		}
		if (change.outcome) return [];
		return [
			`${title} is not followed to its end; it goes on in AWS: \`deckwatch deployments ${serviceName}\` shows how.`,
		];
	});
}

/** The same in a few words: `1 change waits to be put back, 1 is still followed`; undefined when nothing is left. */
export function leftBehindWords(changes: readonly ChangeRecord[]): string | undefined {
	const waiting = changes.filter(waitsToBePutBack).length;
	const followed = changes.filter((change) => !change.outcome && !waitsToBePutBack(change)).length;
	const words = [
		...(waiting > 0 ? [`${waiting} ${waiting === 1 ? 'change waits' : 'changes wait'} to be put back`] : []),
		...(followed > 0 ? [`${followed} ${followed === 1 ? 'is' : 'are'} still followed`] : []),
	];
	return words.length === 0 ? undefined : words.join(', ');
}
