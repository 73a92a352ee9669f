import { nameOf } from '../fields.ts';
import type { Block } from '../entry.ts';

/**
 * Why a task that ran was stopped, and stop codes. Wordings: stopped reasons as they are quoted in public (see
 * test/fixtures/messages.jsonl), Amazon ECS developer guide, ECS API reference (TaskStopCode).
 */
export const STOPS: Block = {
	kinds: ['stopped-reason', 'stop-code', 'service-event', 'container-reason'],
	entries: [
		{
			id: 'essential-container-exited',
			severity: 'high',
			match: [/^Essential container in task exited/iu, /^EssentialContainerExited$/u],
			short: 'an essential container exited',
			cause: 'A container without which the task cannot be has ended, so ECS stopped the rest.',
			next: [
				'Look at the exit codes: the one that is neither 0, 137 nor 143 ended first. The others were only told to stop.',
				'Read what that container said last: `deckwatch logs <service>`.',
			],
		},
		{
			id: 'container-healthcheck-failed',
			severity: 'high',
			match: [/^(?:Task )?failed container health checks/iu],
			short: 'failed its container health check',
			title: ({ task }) => `${task === undefined ? 'The task' : `Task ${task}`} failed its container health check`,
			cause:
				'The health check in the task definition failed as often in a row as `retries` allows, so ECS replaces the task.',
			next: [
				'See which container is UNHEALTHY, and run its check by hand in a task that is alive.',
				'Does the image have the tool that the check calls (curl is often not there)? Is its own timeout below that of the check?',
				'If tasks die some seconds after the start each time: raise `startPeriod`.',
			],
		},
		{
			id: 'elb-healthcheck-failed',
			severity: 'high',
			match: [/^Task failed ELB health checks(?: in \(| in target[ -]group|\.?$)/iu],
			short: "failed its load balancer's health check",
			title: ({ targetGroup, loadBalancer }) =>
				`The task failed the load balancer's health check${(targetGroup ?? loadBalancer) ? ` (${nameOf(targetGroup ?? loadBalancer ?? '')})` : ''}`,
			cause: 'The load balancer found the target unhealthy after the grace period, so ECS replaces the task.',
			next: [
				'What does the target say: a status code, a timeout, or a connection that fails? Each has another cause.',
				'If tasks die about as long after the start as the check takes to fail: raise healthCheckGracePeriodSeconds. That starts no deployment.',
			],
		},
		{
			id: 'scheduler-replaced',
			severity: 'info',
			match: [/^Scaling activity initiated by \(?(?:deployment|task ?set)/iu],
			short: 'replaced by the service',
			title: 'The service took the task out',
			cause:
				'A deployment replaced it, or the service was scaled in. If the deployment named is the one that started the task, it was a scale-in.',
			next: ['Nothing: this is routine.'],
		},
		{
			id: 'user-stopped',
			severity: 'info',
			match: [/^Task stopped by user\.?$/iu, /^UserInitiated$/u],
			short: 'stopped by hand',
			title: 'Somebody stopped the task',
			cause: 'A person or a tool called StopTask.',
			next: ['Who: the StopTask event in CloudTrail. From this machine: `deckwatch audit`.'],
		},
		{
			id: 'spot-interrupted',
			severity: 'warning',
			match: [/^Your Spot Task was interrupted/iu, /^SpotInterruption(?:Error)?\b/u],
			short: 'Fargate Spot took its capacity back',
			title: 'Spot took the capacity of the task back',
			cause: 'AWS needed the capacity. The task had two minutes from SIGTERM; the service starts another.',
			next: [
				'Is there a base of FARGATE in the capacity provider strategy? Without it all tasks can go at once.',
				'Let the program end in order at SIGTERM, within stopTimeout (at most 120 s).',
			],
		},
		{
			id: 'task-retired',
			severity: 'info',
			match: [/^ECS is performing maintenance on the underlying infrastructure/iu],
			short: 'AWS retired its host for maintenance',
			title: 'AWS retired the host of the task for maintenance',
			cause: 'Fargate replaces its hosts now and then. AWS Health announces it, and the service starts another task.',
			next: [
				'Nothing, as long as the replacement runs. If it cannot pull its image, the one behind its tag may be gone.',
			],
		},
		{
			id: 'host-terminated',
			severity: 'warning',
			match: [/^Host EC2 (?:\(instance [^)]{1,80}\) )?(?:is )?(?:stopped|terminated)\b/iu],
			short: 'its EC2 instance was stopped',
			title: ({ instance }) =>
				`${instance === undefined ? 'The host of the task' : `The EC2 instance ${instance}`} was stopped or terminated`,
			cause:
				'The instance under the task went away: the Auto Scaling group scaled in or replaced it, Spot took it back, or somebody ended it.',
			next: [
				'See the activities of the Auto Scaling group, and TerminateInstances in CloudTrail.',
				'Managed draining of the capacity provider moves tasks away first.',
			],
		},
		{
			id: 'host-terminated',
			severity: 'warning',
			match: [/^TerminationNotice$/u],
			short: 'its host was taken away',
			title: 'The host of the task was taken away',
			cause:
				'The instance under the task ends: by Spot, by its Auto Scaling group, or by hand. Older interruptions of Fargate Spot say so, too.',
			next: ['Read the stopped reason, and see whether the capacity provider is a Spot one.'],
		},
		{
			id: 'instance-deregistered',
			severity: 'warning',
			match: [/^Container instance deregistration/iu],
			short: 'its container instance was deregistered',
			cause: 'Somebody took the instance out of the cluster by force, while tasks ran on it.',
			next: ['Who: DeregisterContainerInstance in CloudTrail. Draining an instance first lets its tasks move.'],
		},
		{
			id: 'infrastructure-health',
			severity: 'warning',
			match: [/^InfrastructureHealth$/u],
			short: 'its host was found unhealthy',
			cause: 'ECS judged what the task runs on to be unhealthy: the agent, the container runtime, or an accelerator.',
			next: [
				'Look at `healthStatus` of the container instance: `aws ecs describe-container-instances`. Drain and replace it.',
			],
		},
		{
			id: 'task-failed-to-start',
			severity: 'high',
			match: [/^TaskFailedToStart\.?$/u],
			inContext: [/^Task failed to start\.?$/iu],
			short: 'it never started',
			title: 'The task never started',
			cause: 'It ended before it was RUNNING. The stopped reason and the reasons of its containers say why.',
			next: ['Explain the stopped reason: `aws ecs describe-tasks`, stoppedReason.'],
		},
		{
			id: 'stopped-by-service',
			severity: 'info',
			match: [/^ServiceSchedulerInitiated$/u],
			short: 'stopped by the service',
			title: 'The service stopped the task',
			cause:
				'A scale-in, a deployment, or a health check that failed: all three have this code. The stopped reason tells which.',
			next: ['Read the stopped reason: "Scaling activity" is routine, "health checks" is not.'],
		},
	],
};
