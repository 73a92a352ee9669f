import { aboutService } from '../about-service.ts';
import { changedBefore, withChange } from '../changed-before.ts';
import { counts } from '../counts.ts';
import { deathLines } from '../death-lines.ts';
import { deathsBy, followsFrom, severityOfDeaths } from '../deaths-by.ts';
import type { Evidence } from '../evidence.ts';
import type { EvidenceLine, Finding } from '../finding.ts';

const KILLED = /failed ELB health checks/iu;

/** elb-healthcheck-failed: ECS stops tasks because the load balancer's check fails. Why that is, other rules tell. */
export function elbHealthcheckFailed(evidence: Evidence, now: number): readonly Finding[] {
	const deaths = deathsBy(evidence, now, ({ stoppedReason = '' }) => KILLED.test(stoppedReason));
	const [newest] = deaths.tasks;
	if (!newest) return [];
	const { service } = evidence;
	const kills = deaths.tasks.length;
	const { containerName, containerPort } = service.loadBalancers[0] ?? {};
	const whom = containerName === undefined ? 'its tasks fail' : `${containerName}:${containerPort} fails`;
	const short = service.runningCount < service.desiredCount ? `, ${counts(service)}` : '';
	return [
		aboutService(service, {
			id: 'elb-healthcheck-failed',
			severity: severityOfDeaths(deaths, evidence),
			confidence: 'high',
			sentence: `${whom} the load balancer's health check; ECS killed ${kills} task${kills === 1 ? '' : 's'} for it in 15 min${short}`,
			...deaths.beginning,
			...withChange(
				changedBefore(evidence, deaths.beginning, deaths.tasks),
				[...graceLine(evidence), ...deathLines(evidence, deaths.tasks)],
				[
					{
						text: 'See what the load balancer asks, and what it gets',
						binding: 'open.health',
						command: `deckwatch health ${service.serviceName}`,
					},
				],
			),
			ruledOut: deaths.makeTheLoop ? ['Not a crash: ECS stopped the tasks'] : [],
			explains: [...followsFrom(deaths, evidence, now), 'elb-target-unhealthy'],
		}),
	];
}

/** 0 where none is set (ECS API reference, Service.healthCheckGracePeriodSeconds). */
function graceLine({ service }: Evidence): readonly EvidenceLine[] {
	const { healthCheckGracePeriodSeconds: grace = 0 } = service;
	return [
		{
			text: `a new task has a grace period of ${grace} s before a failed check counts`,
			api: 'ecs:DescribeServices',
			place: { kind: 'service' },
		},
	];
}
