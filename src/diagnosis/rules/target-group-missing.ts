import type { Service, ServiceEvent } from '../../model/service.ts';
import { type Evidence, MINUTE } from '../evidence.ts';
import type { Finding, Severity } from '../finding.ts';

/** An event says so again and again while it is so, at least every six hours (ECS developer guide, service event messages). */
const NEWS = 6 * 60 * MINUTE;

type Missing = {
	readonly id: string;
	readonly pattern: RegExp;
	readonly severity: Severity;
	readonly sentence: (service: Service) => string;
	readonly next: string;
};

/** Wordings: ECS developer guide, "Service event messages". */
const KINDS: readonly Missing[] = [
	{
		id: 'target-group-missing',
		pattern: /TARGET GROUP IS NOT FOUND/iu,
		severity: 'critical',
		sentence: (service) => `${groupOf(service)} is not there any more: no task of it can be started`,
		next: 'Create the target group, and point the service at it: that starts a deployment',
	},
	{
		id: 'target-missing',
		pattern: /(?<!GROUP )\bTARGET IS NOT FOUND/iu,
		severity: 'high',
		sentence: (service) => `a target of ${groupOf(service)} is not there any more`,
		next: 'See what else takes targets out of that group: ECS alone should',
	},
];

const HEALED = /has reached a steady state|deployment completed/iu;

/** ECS does not find the target group, or a target. It is over when the service is steady again. */
export function targetGroupMissing({ service }: Evidence, now: number): readonly Finding[] {
	const healedAt = service.events.find(({ message }) => HEALED.test(message))?.createdAt ?? 0;
	const isNow = ({ createdAt }: ServiceEvent) => createdAt > healedAt && now - createdAt <= NEWS;
	return KINDS.flatMap(({ id, pattern, severity, sentence, next }) => {
		const events = service.events.filter((event) => isNow(event) && pattern.test(event.message));
		const [newest] = events;
		if (!newest) return [];
		return [
			{
				id,
				severity,
				confidence: 'high',
				sentence: sentence(service),
				serviceArns: [service.serviceArn],
				since: Math.min(...events.map(({ createdAt }) => createdAt)),
				evidence: [
					{
						text: newest.message,
						api: 'ecs:DescribeServices',
						at: newest.createdAt,
						place: { kind: 'event', id: newest.id },
					},
				],
				ruledOut: [],
				next: [{ text: next }],
			},
		];
	});
}

function groupOf({ loadBalancers }: Service): string {
	const names = loadBalancers.flatMap(({ targetGroupArn }) => targetGroupArn?.split('/').at(-2) ?? []);
	return names.length === 1 ? `the target group ${names[0]}` : 'a target group';
}
