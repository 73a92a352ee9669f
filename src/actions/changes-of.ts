import type { PastChange } from '../model/past-change.ts';
import type { AuditEntry } from './audit.ts';

type Call = PastChange['calls'][number];

/** The changes that an audit log tells of, in the order in which they began. Lines of several writers may be mixed. */
export function changesOf(entries: readonly AuditEntry[]): readonly PastChange[] {
	return [...Map.groupBy(entries, ({ id }) => id).values()].flatMap((own) => {
		const [first] = own;
		return first ? [changeOf(first, own)] : [];
	});
}

function changeOf(first: AuditEntry, own: readonly AuditEntry[]): PastChange {
	const { id, time, identity, verb, account, region, clusterArn, clusterName, serviceArn, serviceName } = first;
	const subject = { account, region, clusterArn, clusterName, serviceArn, serviceName };
	const calls = callsOf(own);
	return {
		...subject,
		id,
		time,
		verb,
		identity,
		differences: own.flatMap((entry) => (entry.event === 'planned' ? entry.differences : [])),
		calls,
		...endOf(own, calls),
	};
}

function callsOf(own: readonly AuditEntry[]): readonly Call[] {
	const calls: Call[] = [];
	for (const entry of own) {
		if (entry.event === 'sending') calls.push({ name: entry.change.name, state: 'unanswered' });
		if (entry.event !== 'answered') continue;
		const requestId = entry.state === 'made' ? entry.requestId : entry.failure.requestId;
		const call = { name: entry.change, state: entry.state, ...(requestId === undefined ? {} : { requestId }) };
		const sent = calls.findLastIndex(({ name, state }) => name === entry.change && state === 'unanswered');
		calls.splice(sent === -1 ? calls.length : sent, 1, call);
	}
	return calls;
}

/** A log that breaks off is told as far as it goes. */
function endOf(own: readonly AuditEntry[], calls: readonly Call[]): Pick<PastChange, 'ended' | 'state' | 'text'> {
	const end = own.findLast(({ event }) => event === 'ended');
	if (end?.event === 'ended') return { ended: true, state: end.outcome.state, text: end.outcome.text };
	const last = calls.at(-1);
	const [state, text] = last ? furthest(last) : (['not-sent', 'Nothing was sent'] as const);
	return { ended: false, state, text: `${text}; deckwatch ended here, or is still at it.` };
}

function furthest({ name, state }: Call): readonly [PastChange['state'], string] {
	switch (state) {
		case 'made':
			return ['left', `${name} was done`];
		case 'refused':
			return ['failed', `${name} was not done`];
		case 'lost':
		case 'unanswered':
			return ['unknown', `${name} may have been done or not`];
	}
}
