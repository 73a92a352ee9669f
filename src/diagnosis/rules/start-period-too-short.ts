import type { ContainerDefinition, HealthCheck } from '../../model/task-definition.ts';
import { aboutService } from '../about-service.ts';
import { type CheckKill, checkKills, loopOfKills } from '../check-kills.ts';
import { earliestUnhealthy, latestUnhealthy } from '../earliest-unhealthy.ts';
import type { Evidence } from '../evidence.ts';
import type { EvidenceLine, Finding, NextStep } from '../finding.ts';
import { graceStep, graceWords } from '../grace-step.ts';
import { lifetimeLines, seconds } from '../lifetime-lines.ts';
import { type SlowStarts, slowStarts } from '../slow-starts.ts';

/** From UNHEALTHY to the stop: ECS hears of it within 20 s (amazon-ecs-agent), and acts a little later. s; our own number. */
const LATE = 60;

/** A container starts a moment before or after its task counts as started. s; our own number. */
const EARLY = 10;

/** The longest that ECS takes (ECS API reference, HealthCheck.startPeriod), s. */
const LONGEST = 300;

type Checked = ContainerDefinition & { readonly healthCheck: HealthCheck };

/** A container's own check gives it up before it is up: its tasks die as soon as the check can fail, and were never healthy. */
export function startPeriodTooShort(evidence: Evidence, now: number): readonly Finding[] {
	const kills = checkKills(evidence, now).filter(({ by }) => by === 'container');
	const container = kills[0] && checkedIn(kills[0]);
	if (!container) return [];
	const { healthCheck: check } = container;
	const grace = evidence.service.healthCheckGracePeriodSeconds ?? 0;
	const from = Math.max(earliestUnhealthy(check), grace) - EARLY;
	const to = Math.max(latestUnhealthy(check), grace) + LATE;
	const fits = ({ lifetime, definition }: CheckKill) =>
		lifetime >= from && lifetime <= to && definition === kills[0]?.definition;
	// The next probe after it is up makes it healthy.
	const slow = slowStarts(evidence, kills, fits, check.interval + check.timeout);
	return slow ? [findingOf(evidence, container, slow, now)] : [];
}

function findingOf(evidence: Evidence, container: Checked, slow: SlowStarts, now: number): Finding {
	const { service } = evidence;
	const { name, healthCheck: check } = container;
	const start = Math.ceil(slow.slowest ?? slow.longest);
	const needs = slow.slowest === undefined ? `it needs longer than ${seconds(start)}` : `it takes ${seconds(start)}`;
	const has =
		check.startPeriod === 0 ? 'its check has no start period' : `its check has a start period of ${check.startPeriod}s`;
	return aboutService(service, {
		id: 'x-startperiod-too-short',
		severity: 'high',
		confidence: slow.confidence,
		sentence: `${name} is given up before it is up: ${needs}, and ${has}`,
		since: Math.min(...slow.kills.map(({ at }) => at)),
		evidence: [...lifetimeLines(evidence, slow.kills), ...settings(evidence, container)],
		ruledOut: [`Not a crash: ECS stopped it, ${name} did not end by itself`],
		next: steps(evidence, container, start),
		explains: ['container-healthcheck-failed', ...loopOfKills(evidence, now)],
	});
}

function settings({ service }: Evidence, { name, healthCheck: check }: Checked): readonly EvidenceLine[] {
	const text = `${name} can be UNHEALTHY ${seconds(earliestUnhealthy(check))} after its start: every ${check.interval}s, ${check.retries} misses, start period ${check.startPeriod}s`;
	return [
		{ text, api: 'ecs:DescribeTaskDefinition', place: { kind: 'task-definition' } },
		{ text: graceWords(service), api: 'ecs:DescribeServices', place: { kind: 'service' } },
	];
}

function steps({ service }: Evidence, { name, healthCheck: check }: Checked, start: number): readonly NextStep[] {
	const wanted = Math.ceil((start + check.interval + check.timeout) / 10) * 10;
	const because = `${start}s to start + a check of ${check.interval}s and its timeout of ${check.timeout}s`;
	const period = `Set startPeriod of the health check of ${name} to at least ${wanted}s, in a new revision`;
	return [
		graceStep(service, wanted, because),
		{ text: wanted <= LONGEST ? period : `Let ${name} start faster: startPeriod can be ${LONGEST}s at most` },
	];
}

/** The container whose check failed, as far as one can be told. */
function checkedIn({ task, definition }: CheckKill): Checked | undefined {
	const unhealthy = task.containers.filter(({ healthStatus }) => healthStatus === 'UNHEALTHY').map(({ name }) => name);
	const checked = (definition?.containerDefinitions ?? []).flatMap((container): readonly Checked[] => {
		const { healthCheck } = container;
		return healthCheck && healthCheck.command[0] !== 'NONE' ? [{ ...container, healthCheck }] : [];
	});
	const failing = checked.filter(({ name }) => unhealthy.includes(name));
	const [first, ...others] = failing.length > 0 ? failing : checked;
	return others.length === 0 ? first : undefined;
}
