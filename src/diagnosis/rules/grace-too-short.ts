import type { TargetGroup } from '../../model/load-balancing.ts';
import { type CheckKill, checkKills, loopOfKills } from '../check-kills.ts';
import type { Evidence } from '../evidence.ts';
import type { Finding } from '../finding.ts';
import { graceStep, graceWords } from '../grace-step.ts';
import { lifetimeLines, seconds } from '../lifetime-lines.ts';
import { type SlowStarts, slowStarts } from '../slow-starts.ts';
import { statusCodes } from '../target-cause.ts';

/** ECS looks, and stops, a little later than the load balancer judges: beside one interval. s; our own number. */
const LATE = 30;

/** A group with all that its timing depends on. */
type Timed = TargetGroup & { readonly healthCheckIntervalSeconds: number; readonly unhealthyThresholdCount: number };

/**
 * A load balancer's check has tasks killed before they are up: they die as soon as the grace period and the check allow it,
 * none was ever healthy, and their logs have them still starting.
 */
export function graceTooShort(evidence: Evidence, now: number): readonly Finding[] {
	const kills = checkKills(evidence, now).filter(({ by }) => by === 'load balancer');
	const group = kills[0] && groupOf(evidence, kills[0]);
	if (!group || !isOfSlowness(evidence)) return [];
	const { healthCheckIntervalSeconds: interval, healthyThresholdCount: passes = 1 } = group;
	const grace = evidence.service.healthCheckGracePeriodSeconds ?? 0;
	const check = interval * group.unhealthyThresholdCount;
	const [from, to] = [Math.max(grace, check) - interval, grace + check + interval + LATE];
	const fits = ({ lifetime }: CheckKill) => lifetime >= from && lifetime <= to;
	// What had failed before it was up needs all its passes then.
	const slow = slowStarts(evidence, kills, fits, interval * (passes + 1));
	return slow ? [findingOf(evidence, group, slow, now)] : [];
}

function findingOf(evidence: Evidence, group: Timed, slow: SlowStarts, now: number): Finding {
	const { service } = evidence;
	const { healthCheckIntervalSeconds: interval, healthyThresholdCount: passes = 1 } = group;
	const start = Math.ceil(slow.slowest ?? slow.longest);
	const needs = slow.slowest === undefined ? `it needs longer than ${seconds(start)}` : `it takes ${seconds(start)}`;
	const wanted = Math.ceil((start + interval * passes) / 10) * 10;
	const because = `${slow.slowest === undefined ? 'more than ' : ''}${start}s to start + ${passes} passed checks of ${interval}s`;
	const name = service.loadBalancers.find(
		({ targetGroupArn }) => targetGroupArn === group.targetGroupArn,
	)?.containerName;
	return {
		id: 'x-grace-too-short',
		severity: 'high',
		confidence: slow.confidence,
		sentence: `the load balancer's check kills ${name ?? 'its container'} before it is up: ${needs}, and ${graceWords(service)}`,
		serviceArns: [service.serviceArn],
		since: Math.min(...slow.kills.map(({ at }) => at)),
		evidence: [
			...lifetimeLines(evidence, slow.kills),
			{ text: graceWords(service), api: 'ecs:DescribeServices', place: { kind: 'service' } },
			{
				text: `${group.targetGroupName} gives a target up after ${group.unhealthyThresholdCount} failed checks of ${interval}s, and takes it after ${passes} passed ones`,
				api: 'elasticloadbalancing:DescribeTargetGroups',
			},
		],
		ruledOut: ['Not a crash: the load balancer had them stopped, they did not end by themselves'],
		next: [graceStep(service, wanted, because), { text: 'Or let it start faster', binding: 'open.logs' }],
		explains: [
			'elb-healthcheck-failed',
			'elb-target-unhealthy',
			'tg-connection-failed',
			'tg-timeout',
			'tg-code-mismatch',
			...loopOfKills(evidence, now),
		],
	};
}

/** Only with what was read: without the group's interval nothing tells when it may give up. */
function groupOf({ targetGroups = [], service }: Evidence, kill: CheckKill): Timed | undefined {
	const arn = kill.targetGroupArn ?? onlyOne(service.loadBalancers)?.targetGroupArn;
	const group = targetGroups.find(({ targetGroupArn }) => targetGroupArn === arn);
	const { healthCheckIntervalSeconds, unhealthyThresholdCount } = group ?? {};
	if (!group || healthCheckIntervalSeconds === undefined || unhealthyThresholdCount === undefined) return undefined;
	return { ...group, healthCheckIntervalSeconds, unhealthyThresholdCount };
}

function onlyOne<T>(items: readonly T[]): T | undefined {
	return items.length === 1 ? items[0] : undefined;
}

/** Something that starts refuses, is silent, or has a proxy answer for it; a 404 or a redirect comes from what is up. */
function isOfSlowness({ targets = [], service }: Evidence): boolean {
	const event = service.events.find(({ message }) => / is unhealthy in \(target-group /u.test(message));
	const texts = [event?.message, ...targets.map(({ description }) => description)];
	return texts.every((text) => statusCodes(text).every((code) => /^50[234]$/u.test(code)));
}
