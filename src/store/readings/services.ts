import { describeServices, inCalls } from '../describe-services.ts';
import { type Age, BATCH, dueRest, dueWanted } from '../due-services.ts';
import type { ReadingContext } from '../reading-context.ts';
import type { Reading } from '../reading.ts';
import { elapsed } from '../time.ts';
import type { WantedServices } from '../wanted-services.ts';
import { isListed } from './service-list.ts';

/** Ms between two looks at whose turn it is. */
const EVERY = 1_000;
/** The jitter of the pauses, which makes them longer. */
const LONGER = 1.1;
/** How much older Ctrl-r makes all services: it is everybody's turn, and still that of the oldest first. */
const WANTED_ANEW = 1_000;
/** Calls that one reading spends on finding out, or trying again, what cannot be described. */
const DOUBTFUL_CALLS = 2;

/** The services of a cluster that somebody looks at, before all others. */
export function wantedServicesReading(context: ReadingContext, clusterArn: string, wish: WantedServices): Reading {
	return {
		key: `services on screen ${clusterArn}`,
		every: EVERY,
		table: 'services',
		keys: [clusterArn],
		async read(signal, found, again) {
			const { services, serviceReadAt } = context.picture();
			const { value = {}, failure } = services[clusterArn] ?? {};
			const suspects = context.suspects(clusterArn);
			const isClear = (arn: string): boolean => !suspects.has(arn);
			// What the first look will bring is not asked for a second time.
			const isComing = wish.all && !failure && !isListed(context, clusterArn);
			const wanted = [...wish.wanted].filter(
				([arn]) => isClear(arn) && !(isComing && serviceReadAt[arn] === undefined),
			);
			const others = wish.all ? Object.keys(value).filter(isClear) : [];
			const due = dueWanted(new Map(wanted), others, ageIn(context));
			const doubtful = suspects.groups(mostWanted(wish), context.time.now()).slice(0, DOUBTFUL_CALLS);
			const clear = inCalls(again ? due.slice(0, BATCH) : due);
			await describeServices({ context, clusterArn, wish, signal, found, turn: 'urgent' }, [...clear, ...doubtful]);
		},
	};
}

/** All other services of a cluster, in turn. */
export function otherServicesReading(context: ReadingContext, clusterArn: string, wish: WantedServices): Reading {
	return {
		key: `other services ${clusterArn}`,
		every: EVERY,
		table: 'services',
		keys: [clusterArn],
		async read(signal, found, again) {
			const { value = {} } = context.picture().services[clusterArn] ?? {};
			const suspects = context.suspects(clusterArn);
			const others = Object.keys(value).filter((arn) => !wish.wanted.has(arn) && !suspects.has(arn));
			const every = Math.max(EVERY, context.refreshMs) * LONGER;
			const due = dueRest(value, others, ageIn(context), every);
			const unseen = suspects.all().filter((arn) => !wish.wanted.has(arn));
			const doubtful = suspects.groups(unseen, context.time.now()).slice(0, DOUBTFUL_CALLS);
			const clear = inCalls(again ? due.slice(0, BATCH) : due);
			await describeServices({ context, clusterArn, wish, signal, found }, [...clear, ...doubtful]);
		},
	};
}

function ageIn({ picture, time, freshSince }: ReadingContext): Age {
	const { serviceReadAt } = picture();
	const now = time.now();
	return (arn) => {
		const readAt = serviceReadAt[arn];
		if (readAt === undefined) return Infinity;
		return elapsed(now, readAt) * (readAt < freshSince() ? WANTED_ANEW : 1);
	};
}

function mostWanted({ wanted }: WantedServices): readonly string[] {
	return [...wanted].toSorted(([, a], [, b]) => a - b).map(([arn]) => arn);
}
