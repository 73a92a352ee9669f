import type { Alarm } from '../../model/alarm.ts';
import type { HealthFlip } from '../../model/health-flip.ts';
import type { FreshEntry } from './timeline-entry.ts';

type AlarmFlip = Extract<HealthFlip, { readonly kind: 'alarm' }>;

/** Alarms that watch deployments, as they changed: since when they are as they are AWS tells, what was before was seen. */
export function alarmEntries(alarms: readonly Alarm[], flips: readonly HealthFlip[]): readonly FreshEntry[] {
	const seen = flips.filter((flip): flip is AlarmFlip => flip.kind === 'alarm' && flip.before !== undefined);
	const told = alarms.flatMap(({ name, state, reason, since }) =>
		since === undefined ? [] : [entry(name, { at: since, after: state, reason })],
	);
	const before = seen.filter((flip) => {
		const alarm = alarms.find(({ name }) => name === flip.alarmName);
		return alarm?.since === undefined || flip.at < alarm.since;
	});
	return [...told, ...before.map((flip) => entry(flip.alarmName, flip))];
}

type Moment = Pick<AlarmFlip, 'at' | 'after'> & { readonly before?: string; readonly reason?: string | undefined };

function entry(name: string, { at, before, after, reason }: Moment): FreshEntry {
	return {
		id: `alarm ${name} ${at}`,
		at,
		kind: 'alarm',
		level: after === 'ALARM' ? 'failing' : 'routine',
		text: `alarm ${name} ${before === undefined ? 'went' : `went from ${before}`} to ${after}`,
		...(reason !== undefined && { detail: [reason] }),
		place: { kind: 'deployments' },
	};
}
