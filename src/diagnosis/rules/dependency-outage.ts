import { duration } from '../../model/duration.ts';
import { type Evidence, MINUTE } from '../evidence.ts';
import type { Diagnosed, EvidenceLine, Finding } from '../finding.ts';
import { illSince } from '../ill-since.ts';

/** Checks of one cause begin to fail as far apart as intervals and thresholds make them. Our own number. */
const TOGETHER = 5 * MINUTE;

/** A deployment this long before has its own story to tell. Our own number. */
const DEPLOYED = 30 * MINUTE;

/** Two may be chance. Our own number. */
const SURE = 3;

/** Findings that are only how one service shows it. */
const SHOWN_BY = [
	'container-healthcheck-failed',
	'elb-healthcheck-failed',
	'elb-target-unhealthy',
	'tg-timeout',
	'tg-connection-failed',
	'tg-code-mismatch',
	'tg-internal-error',
	'service-tasks-replaced-unhealthy',
	'x-crash-loop',
	'x-desired-gap',
];

type Ill = { readonly evidence: Evidence; readonly since: number };

/**
 * Checks of several services begin to fail within minutes, and none of them was deployed: it is what they share, and the
 * revision before would fail as well.
 */
export function dependencyOutage(services: readonly Diagnosed[], now: number): readonly Finding[] {
	const ill = services
		.flatMap(({ evidence, findings }): readonly Ill[] => {
			if (!findings.some(({ id, severity }) => SHOWN_BY.includes(id) && severity !== 'info')) return [];
			const since = illSince(evidence, now);
			return since === undefined || wasDeployed(evidence, since) ? [] : [{ evidence, since }];
		})
		.toSorted((a, b) => a.since - b.since);
	const together = largestOf(
		ill.map((first, index) => ill.slice(index).filter(({ since }) => since - first.since <= TOGETHER)),
	);
	const [first] = together;
	return first && together.length > 1 ? [findingOf(together, first.since)] : [];
}

function findingOf(together: readonly Ill[], since: number): Finding {
	const names = together.map(({ evidence }) => evidence.service.serviceName);
	const within = Math.max(MINUTE, (together.at(-1)?.since ?? since) - since);
	return {
		id: 'x-dependency-outage',
		severity: 'warning',
		confidence: together.length >= SURE ? 'medium' : 'low',
		sentence: `the checks of ${listed(names)} began to fail within ${duration(within)}, and none was deployed: something they share, or the network`,
		serviceArns: together.map(({ evidence }) => evidence.service.serviceArn),
		since,
		evidence: together.map(({ evidence, since: at }): EvidenceLine => {
			const { serviceName, loadBalancers } = evidence.service;
			const whose = loadBalancers.length > 0 ? 'its targets or tasks' : 'its tasks';
			return { text: `${serviceName}: ${whose} fail their checks`, api: 'ecs:DescribeServices', at };
		}),
		ruledOut: ['Not a new revision: none of them was deployed in the half hour before'],
		next: [
			{ text: 'Do not roll back: what ran well for hours would fail again' },
			{ text: 'See what they share: a database, a queue, another service, DNS, a NAT gateway' },
			{
				text: 'Read what one of them says of it',
				binding: 'open.logs',
				command: `deckwatch logs ${names[0]} --since 15m`,
			},
		],
		explains: SHOWN_BY,
	};
}

/** Of a deployment that is under way, too, however long ago it began: its tasks are new. */
function wasDeployed({ service, history = [] }: Evidence, since: number): boolean {
	const started = [...service.deployments, ...(service.taskSets ?? []), ...history].map(({ createdAt }) => createdAt);
	const isUnderWay = service.deployments.some(({ rolloutState }) => rolloutState === 'IN_PROGRESS');
	return isUnderWay || started.some((at) => at !== undefined && at >= since - DEPLOYED);
}

function largestOf<T>(groups: readonly (readonly T[])[]): readonly T[] {
	return groups.reduce((largest, group) => (group.length > largest.length ? group : largest), []);
}

/** `cart, checkout and 4 more` */
function listed(names: readonly string[]): string {
	const shown = names.length > 3 ? [...names.slice(0, 2), `${names.length - 2} more`] : names;
	return `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}
