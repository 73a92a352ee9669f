import { shortTaskId } from '../../model/arn.ts';
import type { TargetGroup, TargetHealth } from '../../model/load-balancing.ts';
import { primaryDeployment } from '../../model/service.ts';
import { latestValue } from '../../model/metrics.ts';
import type { Task } from '../../model/task.ts';
import { aboutService } from '../about-service.ts';
import { changedBefore, withChange } from '../changed-before.ts';
import { type Evidence, MINUTE } from '../evidence.ts';
import type { EvidenceLine, Finding, NextStep, Severity } from '../finding.ts';
import { beginningOf, flipsOfTarget } from '../last-flip.ts';
import { targetCause, type TargetCause } from '../target-cause.ts';

/** Targets of which a finding tells one by one. */
const SHOWN = 5;

/** Seen for shorter, it may be gone with the next look. Our own number. */
const TWO_LOOKS = MINUTE;

/** Above it a slow answer has its reason. Percent; our own number. */
const BUSY = 90;

/** The targets of one target group that get requests. */
type Group = {
	readonly arn: string | undefined;
	readonly settings: TargetGroup | undefined;
	readonly asked: readonly TargetHealth[];
	readonly unhealthy: readonly TargetHealth[];
	readonly isOnlyOne: boolean;
};

/** Targets fail the check of the load balancer; in each target group by itself. */
export function unhealthyTargets(evidence: Evidence, now: number): readonly Finding[] {
	const { service, targets = [], targetGroups } = evidence;
	const groups = Map.groupBy(targets.filter(isAsked), ({ targetGroupArn }) => targetGroupArn);
	return Array.from(groups, ([arn, asked]): readonly Finding[] => {
		const unhealthy = asked.filter(({ state }) => state === 'unhealthy');
		const [sample] = commonest(unhealthy);
		if (!sample) return [];
		const settings = targetGroups?.find(({ targetGroupArn }) => targetGroupArn === arn);
		const group: Group = { arn, settings, asked, unhealthy, isOnlyOne: groups.size === 1 };
		const cause = targetCause(sample, settings);
		const beginning = beginningOf(unhealthy.map((target) => flipsOfTarget(evidence, target)?.at(-1)));
		// Of tasks that a rollout brought, what is seen now began after it, whenever that was.
		const change = isOfNewest(evidence, group) ? changedBefore(evidence, { since: beginning.since ?? now }) : undefined;
		return [
			aboutService(service, {
				id: cause.id,
				severity: severityOf(evidence, group, now),
				confidence: sample.reason === undefined ? 'low' : settings ? 'high' : 'medium',
				sentence: sentenceOf(group, cause),
				...beginning,
				...withChange(
					change,
					[
						...unhealthy.slice(0, SHOWN).map((target) => targetLine(evidence, target)),
						...settingsLines(group),
						...failOpenLines(evidence, group, now),
						...busyLines(evidence, cause, now),
					],
					stepsFor(cause, group),
				),
				ruledOut: [...cause.ruledOut, ...othersPass(group, cause)],
				explains: ['elb-target-unhealthy', 'elb-healthcheck-failed'],
			}),
		];
	}).flat();
}

function sentenceOf({ arn = '', asked, unhealthy, isOnlyOne }: Group, { words }: TargetCause): string {
	const isNone = unhealthy.length === asked.length;
	const one = unhealthy.length === 1;
	const where = isOnlyOne ? '' : ` in ${arn.split('/').at(-2) ?? arn}`;
	const all = one ? 'the only one' : `all ${asked.length}`;
	const howMany = isNone ? all : `${unhealthy.length} of ${asked.length} targets${where}`;
	const why = words === undefined ? '' : ` (${words})`;
	const fails = `${howMany} ${one ? 'fails' : 'fail'} the load balancer's health check${why}`;
	return isNone ? `no healthy target${where}: ${fails}` : fails;
}

/** One target that fails once is routine: of 27 such events in a public record all healed by themselves. */
function severityOf(evidence: Evidence, group: Group, now: number): Severity {
	const { asked, unhealthy } = group;
	const { runningCount, desiredCount } = evidence.service;
	const awaited = unhealthy.every((target) => isInGrace(evidence, target, now));
	if (asked.length === unhealthy.length) return awaited ? 'warning' : 'critical';
	if (awaited) return 'info';
	if (runningCount < desiredCount || (unhealthy.length > 1 && isOfNewest(evidence, group))) return 'high';
	const seen = unhealthy.map((target) => flipsOfTarget(evidence, target));
	if (seen.some((flips) => lasts(flips, now))) return 'high';
	return unhealthy.length === 1 && seen[0]?.at(-1) ? 'info' : 'warning';
}

/** Seen at two looks at least, or not for the first time. */
function lasts(flips: ReturnType<typeof flipsOfTarget>, now: number): boolean {
	const turned = flips?.filter(({ after }) => after === 'unhealthy') ?? [];
	return turned.length > 1 || turned.some(({ at }) => now - at >= TWO_LOOKS);
}

function isInGrace(evidence: Evidence, target: TargetHealth, now: number): boolean {
	const startedAt = taskBehind(evidence, target)?.startedAt;
	const grace = (evidence.service.healthCheckGracePeriodSeconds ?? 0) * 1000;
	return startedAt !== undefined && now < startedAt + grace;
}

function isOfNewest(evidence: Evidence, { unhealthy }: Group): boolean {
	const newest = primaryDeployment(evidence.service)?.id;
	const tasks = unhealthy.map((target) => taskBehind(evidence, target));
	return newest !== undefined && tasks.every((task) => task?.startedBy === newest);
}

/** By its address, or by its instance where only one of them is there. */
function taskBehind({ tasks = [], instances = [] }: Evidence, { id }: TargetHealth): Task | undefined {
	const host = instances.find(({ ec2InstanceId }) => ec2InstanceId === id)?.containerInstanceArn;
	const there = tasks.filter(({ lastStatus, privateIpv4Address, containerInstanceArn }) => {
		const isIts = host === undefined ? privateIpv4Address === id : containerInstanceArn === host;
		return isIts && lastStatus !== 'STOPPED';
	});
	return there.length === 1 ? there[0] : undefined;
}

function targetLine(evidence: Evidence, target: TargetHealth): EvidenceLine {
	const { id, port, description, reason, targetGroupArn } = target;
	const task = taskBehind(evidence, target);
	const at = flipsOfTarget(evidence, target)?.at(-1)?.at;
	const whose = task ? ` (task ${shortTaskId(task.taskArn)})` : '';
	return {
		text: `${id}:${port}${whose}: ${description ?? reason ?? 'unhealthy'}`,
		api: 'elasticloadbalancing:DescribeTargetHealth',
		...(at !== undefined && { at }),
		...(targetGroupArn !== undefined && { place: { kind: 'target', targetGroupArn, targetId: id, port } }),
	};
}

function settingsLines({ settings }: Group): readonly EvidenceLine[] {
	if (!settings) return [];
	const { healthCheckProtocol: protocol, healthCheckPath: path, healthCheckPort: port } = settings;
	const { healthCheckIntervalSeconds: interval, unhealthyThresholdCount: misses, matcher } = settings;
	const asks = [protocol, path, port === undefined || port === 'traffic-port' ? undefined : `on port ${port}`];
	const wants = [
		matcher === undefined ? undefined : `wants ${matcher}`,
		interval === undefined ? undefined : `every ${interval}s`,
		misses === undefined ? undefined : `unhealthy after ${misses}`,
	].filter((word) => word !== undefined);
	const text = `the check: ${[asks.filter((word) => word !== undefined).join(' '), ...wants].join(', ')}`;
	return [{ text, api: 'elasticloadbalancing:DescribeTargetGroups' }];
}

/** A group without a healthy target gets requests all the same (ELB user guides: target group health, fail open). */
function failOpenLines(evidence: Evidence, { asked, unhealthy }: Group, now: number): readonly EvidenceLine[] {
	if (asked.length > unhealthy.length || unhealthy.some((target) => isInGrace(evidence, target, now))) return [];
	const text =
		'with no healthy target the load balancer asks all of them: traffic still flows, but ECS keeps killing tasks';
	return [{ text, api: 'elasticloadbalancing:DescribeTargetHealth' }];
}

function busyLines({ metrics }: Evidence, { id }: TargetCause, now: number): readonly EvidenceLine[] {
	const cpu = latestValue(metrics?.cpu);
	if (id !== 'tg-timeout' || cpu === undefined || cpu < BUSY) return [];
	const text = `CPU is at ${Math.round(cpu)}%: it may be too slow to answer`;
	return [{ text, api: 'cloudwatch:GetMetricData', place: { kind: 'metric', metric: 'cpu', at: now } }];
}

function othersPass({ asked }: Group, { id }: TargetCause): readonly string[] {
	const healthy = asked.filter(({ state }) => state === 'healthy').length;
	if (id !== 'tg-timeout' || healthy === 0) return [];
	return [`Not the security group for all of them: ${healthy} of ${asked.length} targets of the group pass`];
}

/** What holds for all targets of a group is not in the way where some of them pass. */
function stepsFor({ next, nextForAll = [] }: TargetCause, { asked }: Group): readonly NextStep[] {
	const somePass = asked.some(({ state }) => state === 'healthy');
	return [...(somePass ? [] : nextForAll), ...next].map((text) => ({ text }));
}

/** Those that fail for the reason that most of them have. */
function commonest(targets: readonly TargetHealth[]): readonly TargetHealth[] {
	const groups = Map.groupBy(targets, ({ reason, description }) => `${reason} ${description}`);
	return [...groups.values()].toSorted((a, b) => b.length - a.length)[0] ?? [];
}

/** A draining or unused target gets no requests and fails nobody. */
function isAsked({ state }: TargetHealth): boolean {
	return state === 'unhealthy' || state === 'healthy' || state === 'initial';
}
