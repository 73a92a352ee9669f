import type { Block } from '../entry.ts';
import { nameOf, nameOfGroup } from '../fields.ts';
import { targetEntry } from './targets.ts';

const ROUTINE = ['Nothing: this is routine.'];

/**
 * What a service tells of its day. Wordings: Amazon ECS developer guide, "Service event messages", and events of services as
 * they are quoted in public, see test/fixtures/messages.jsonl. All are told by their first words.
 */
export const SERVICE_EVENTS: Block = {
	kinds: ['service-event', 'deployment-reason'],
	entries: [
		{
			id: 'service-steady',
			severity: 'info',
			match: [/^has reached a steady state/iu],
			short: 'steady',
			title: ({ service = 'The service' }) => `${service} is steady`,
			cause: 'As many tasks run as should, and nothing is left to do.',
			next: ROUTINE,
		},
		{
			id: 'service-tasks-replaced-unhealthy',
			severity: 'warning',
			match: [
				[/^has started \S{1,12} tasks?/iu, /Amazon ECS replaced \S{1,12} tasks? due to an unhealthy status/iu],
				/^(?:Amazon ECS )?replaced \S{1,12} tasks? due to an unhealthy status/iu,
			],
			short: 'tasks that failed their health check were replaced',
			cause:
				'The container health check or that of the load balancer failed. Once is a hiccup; three times in an hour is trouble.',
			next: [
				'See which check: the stopped reason of the task that was replaced.',
				'Has it begun with a deployment? Then look there.',
			],
		},
		{
			id: 'az-rebalancing',
			severity: 'info',
			match: [
				/^has started \S{1,12} tasks? in \S{1,40} to AZ Rebalance/iu,
				/^is not AZ balanced/iu,
				/^has stopped \S{1,12} \S{0,20} ?tasks? in \S{1,40} to AZ Rebalance/iu,
			],
			short: 'tasks are moved to spread over the zones',
			cause:
				'Availability zone rebalancing starts a task in the zone that has too few, and stops one where there are too many.',
			next: ROUTINE,
		},
		{
			id: 'az-balanced',
			severity: 'info',
			match: [/^is AZ balanced/iu],
			short: 'its tasks are spread over the zones',
			cause: 'Availability zone rebalancing has nothing to do.',
			next: ROUTINE,
		},
		{
			id: 'service-tasks-started',
			severity: 'info',
			match: [/^has started \S{1,12} tasks?\b/iu],
			short: 'tasks were started',
			cause: 'A deployment, a scale-out, or the replacement of a task that ended.',
			next: ['Nothing by itself. If it is said again and again while nothing is scaled, look at the stopped tasks.'],
		},
		{
			id: 'service-tasks-stopped',
			severity: 'info',
			match: [/^has stopped \S{1,12} running tasks?/iu],
			short: 'tasks were stopped',
			cause: 'A deployment, a scale-in, or a task that failed its health check.',
			next: ROUTINE,
		},
		{
			id: 'service-pending-stopped',
			severity: 'warning',
			match: [/^(?:has )?stopped \S{1,12} pending tasks?/iu],
			short: 'tasks were stopped before they ran',
			cause:
				'The service did not want them any more while they were still starting: it was scaled in, or the deployment was taken back.',
			next: ['If nobody scaled or deployed, look at what the tasks waited for.'],
		},
		{
			id: 'service-targets-deregistered',
			severity: 'info',
			match: [/^deregistered \S{1,12} (?:targets?|instances?) (?:in|from)\b/iu],
			short: 'targets were taken out of the load balancer',
			cause: 'Their tasks are about to stop.',
			next: ROUTINE,
		},
		{
			id: 'service-targets-registered',
			severity: 'info',
			match: [/^registered \S{1,12} (?:targets?|instances?) (?:in|with)\b/iu],
			short: 'targets were registered with the load balancer',
			cause: 'Their tasks run, and the load balancer begins to check them.',
			next: ROUTINE,
		},
		{
			id: 'service-draining',
			severity: 'info',
			match: [/^has begun draining connections on \S{1,12} tasks?/iu],
			short: 'connections to tasks that will stop are drained',
			cause: 'Requests under way may finish, for as long as the deregistration delay of the target group.',
			next: ROUTINE,
		},
		{
			id: 'target-group-missing',
			severity: 'critical',
			match: [/^is (?:not healthy|unhealthy) in \(?target-group.{0,500}TARGET GROUP IS NOT FOUND/u],
			short: 'its target group was deleted',
			title: ({ targetGroup }) =>
				`The target group${targetGroup === undefined ? '' : ` ${nameOf(targetGroup)}`} does not exist`,
			cause: 'The service is set up for a target group that is gone: its tasks get no requests, and fail.',
			next: [
				'Create the target group, and point the service at it: `aws ecs update-service --load-balancers …`. An older service has to be created anew.',
			],
		},
		{
			id: 'target-missing',
			severity: 'high',
			match: [/^is (?:not healthy|unhealthy) in \(?target-group.{0,500}TARGET IS NOT FOUND/u],
			short: 'its target was taken out of the target group',
			cause: 'The task runs, but somebody or something else than ECS has deregistered its target.',
			next: ['Who: DeregisterTargets in CloudTrail. Stop the task: its replacement is registered.'],
		},
		{
			id: 'elb-target-unhealthy',
			severity: 'warning',
			match: [/^is unhealthy in \(?(?:target-group|elb)\b/iu],
			short: 'the load balancer finds a target unhealthy',
			title: ({ task, port, targetGroup, loadBalancer }) =>
				`${task === undefined ? 'A target' : `Task ${task}`}${port === undefined ? '' : ` on port ${port}`} is unhealthy in ` +
				(nameOfGroup(targetGroup) ?? loadBalancer ?? 'its target group'),
			cause: ({ reason = '', ...fields }) => {
				const inner = targetEntry(reason);
				const words = inner && (typeof inner.cause === 'string' ? inner.cause : inner.cause({ reason, ...fields }));
				return `${reason === '' ? 'The health check of the load balancer failed' : `The load balancer says: ${reason.replace(/\.$/u, '')}`}. ${words ?? ''}`.trim();
			},
			next: ({ reason = '', ...fields }) => {
				const inner = targetEntry(reason);
				const steps =
					inner === undefined
						? []
						: typeof inner.next === 'function'
							? inner.next(fields)
							: inner.next.map((step) => (typeof step === 'string' ? step : step(fields)));
				return [...steps, 'One such event heals by itself mostly. Several in a row, or of all new tasks, do not.'];
			},
		},
	],
};
