import { duration } from '../../model/duration.ts';
import { aboutService } from '../about-service.ts';
import { colon } from '../colon.ts';
import { deploymentNow, pauseOf, stageOf } from '../deployment-now.ts';
import type { Evidence } from '../evidence.ts';
import type { EvidenceLine, Finding } from '../finding.ts';

const API = 'ecs:DescribeServiceDeployments';

/** A hook that ends within this may end unseen, ms. Our own number. */
const SOON = 30 * 60_000;

/**
 * deployment-paused, deployment-stage: a deployment that shifts its traffic is at one of its stages, or waits there for
 * somebody. It looks hung, and is not.
 */
export function deploymentStage(evidence: Evidence, now: number): readonly Finding[] {
	const deployment = deploymentNow(evidence);
	const stage = deployment && stageOf(deployment);
	if (!deployment || stage === undefined) return [];
	const { service } = evidence;
	const {
		startedAt,
		createdAt = startedAt,
		status,
		targetTaskDefinition,
		sources = [],
		bakeTimeInMinutes,
	} = deployment;
	const line = (text: string): EvidenceLine => ({ text, api: API, place: { kind: 'deployments' } });
	const older = sources.flatMap(({ taskDefinition, productionTraffic, running }) =>
		taskDefinition === undefined
			? []
			: [
					line(
						`${colon(taskDefinition)} is kept: ${running} running${productionTraffic === undefined ? '' : `, ${productionTraffic} % of the traffic`}`,
					),
				],
	);
	const bakes =
		deployment.lifecycleStage === 'BAKE_TIME' && bakeTimeInMinutes !== undefined
			? [line(`both revisions are kept for ${bakeTimeInMinutes} min before the old one goes`)]
			: [];
	const evidenceLines = [line(`${stage} (${status})`), ...older, ...bakes];
	const since = createdAt === undefined ? {} : { since: createdAt };
	const hook = pauseOf(deployment);
	if (!hook) {
		return [
			aboutService(service, {
				id: 'deployment-stage',
				severity: 'info',
				confidence: 'high',
				sentence: stage,
				...since,
				evidence: evidenceLines,
			}),
		];
	}
	const { expiresAt, timeoutAction } = hook;
	const isSoon = expiresAt !== undefined && expiresAt - now < SOON;
	const after = timeoutAction === 'CONTINUE' ? 'goes on by itself' : 'rolls back';
	const until =
		expiresAt === undefined
			? []
			: [line(`in ${duration(Math.max(0, expiresAt - now))} nobody waits any more, and it ${after}`)];
	const which = targetTaskDefinition === undefined ? '' : ` of ${colon(targetTaskDefinition)}`;
	return [
		aboutService(service, {
			id: 'deployment-paused',
			severity: isSoon ? 'warning' : 'info',
			confidence: 'high',
			sentence: `the deploy${which} waits for your go-ahead; ${stage}${isSoon ? `; soon it ${after}` : ''}`,
			...since,
			evidence: [...until, ...evidenceLines],
			ruledOut: ['It does not hang: a hook of the deployment waits for somebody'],
			next: [
				{
					text: 'Let it go on, or roll it back',
					binding: 'act.continue-deployment',
					command: `deckwatch continue-deployment ${service.serviceName}`,
				},
			],
		}),
	];
}
