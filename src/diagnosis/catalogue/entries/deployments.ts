import type { Block } from '../entry.ts';

const LOOK =
	'The message never says why: look at the newest stopped task of that deployment, its reason and its last log lines.';

/**
 * What becomes of deployments, as events (`(deployment ecs-svc/1) deployment failed: …`) and as rolloutStateReason (`ECS deployment
 * circuit breaker: …`). Wordings: Amazon ECS developer guide, "Amazon ECS events", and events as they are quoted in public.
 */
export const DEPLOYMENTS: Block = {
	kinds: ['service-event', 'deployment-reason'],
	entries: [
		{
			id: 'deployment-in-progress',
			severity: 'info',
			match: [/^ECS deployment \S{1,100} in progress/iu],
			short: 'a deployment is under way',
			cause: 'New tasks come in, old ones go.',
			next: ['Nothing yet. `deckwatch deployments <service>` shows how far it is.'],
		},
		{
			id: 'deployment-completed',
			severity: 'info',
			match: [/^ECS deployment \S{1,100} completed/iu],
			inContext: [/^deployment completed\.?$/iu],
			short: 'a deployment is complete',
			cause: 'All tasks are of the new revision, and healthy as far as ECS checks.',
			next: ['Nothing: this is routine.'],
		},
		{
			id: 'deployment-rolled-back',
			severity: 'critical',
			match: [
				/^rolling back to deployment(?:Id)?\.? ?(?:ecs-svc\/|deploymentId|\d|$)/iu,
				/^ECS deployment [\w ]{1,40}: rolling back to/iu,
			],
			short: 'a deployment failed, and is taken back',
			title: ({ deployment }) => `A deployment failed; ECS goes back to ${deployment ?? 'the one before'}`,
			cause: 'The circuit breaker or an alarm found the new revision bad. ECS starts tasks of the revision before.',
			next: [LOOK, 'A pipeline may call this a success: the service is steady again, with the old revision.'],
		},
		{
			id: 'deployment-circuit-breaker',
			severity: 'critical',
			match: [
				/^deployment failed: tasks? failed/iu,
				/^ECS deployment circuit breaker: tasks?\b/iu,
				/^ECS deployment circuit breaker was triggered/iu,
			],
			short: 'a deployment failed: its tasks do not stay up',
			title: ({ deployment }) =>
				`The deployment${deployment === undefined ? '' : ` ${deployment}`} failed: its tasks do not stay up`,
			cause: 'As many tasks in a row failed as the circuit breaker allows: they did not start, or did not get healthy.',
			next: [LOOK, 'Without rollback the service stays as it is: `deckwatch rollback <service>`.'],
		},
		{
			id: 'deployment-alarm',
			severity: 'critical',
			match: [/^deployment failed: alarm detected/iu, /^ECS deployment [\w ]{0,40}: alarm detected/iu],
			short: 'a deployment failed: an alarm went off',
			title: ({ deployment }) =>
				`The deployment${deployment === undefined ? '' : ` ${deployment}`} failed: an alarm went off`,
			cause: 'One of the CloudWatch alarms that watch the deployment was in ALARM.',
			next: [
				'See which alarm, and what it measures: `deckwatch deployments <service>`.',
				'Was it in ALARM before the deployment, too? Then it is not the new revision.',
			],
		},
		{
			id: 'deploy-config-stuck',
			severity: 'high',
			match: [/^was unable to stop or start tasks during a deployment because of the service deployment conf/iu],
			short: 'its deployment can neither start nor stop a task',
			cause:
				'minimumHealthyPercent (rounded up) keeps all tasks running, and maximumPercent (rounded down) allows no more: with one task, ' +
				'100 and anything below 200 do that.',
			next: [
				'Set maximumPercent to 200; or minimumHealthyPercent lower, so that one task may stop first: with a single task that is a short outage.',
			],
		},
		{
			id: 'deployment-failed',
			severity: 'critical',
			inContext: [/^deployment failed: /iu],
			short: 'a deployment failed',
			cause: 'ECS ended the deployment; the text says why in words that deckwatch has not seen before.',
			next: [LOOK],
		},
	],
};
