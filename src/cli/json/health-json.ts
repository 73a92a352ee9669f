import { rememberedKills } from '../../diagnosis/check-kills.ts';
import { earliestUnhealthy } from '../../diagnosis/earliest-unhealthy.ts';
import type { Evidence } from '../../diagnosis/evidence.ts';
import { containerChecks } from '../../diagnosis/health-sheet/container-checks.ts';
import { targetChecks } from '../../diagnosis/health-sheet/target-checks.ts';

/** The health of a service for scripts; times in epoch ms until they are printed. */
export function healthJson(evidence: Evidence): object {
	const { serviceArn, serviceName, clusterArn, healthCheckGracePeriodSeconds = 0 } = evidence.service;
	return {
		serviceArn,
		serviceName,
		clusterArn,
		healthCheckGracePeriodSeconds,
		containers: containerChecks(evidence).checks.map(({ container, essential, revisions, healthCheck, tasks }) => ({
			name: container,
			essential,
			taskDefinitionArns: revisions,
			healthCheck: { ...healthCheck, earliestUnhealthySeconds: earliestUnhealthy(healthCheck) },
			tasks: tasks.map(({ task, container: { healthStatus } }) => ({
				taskArn: task.taskArn,
				lastStatus: task.lastStatus,
				healthStatus: healthStatus ?? 'UNKNOWN',
				taskHealthStatus: task.healthStatus,
			})),
		})),
		targetGroups: targetChecks(evidence).map(({ targetGroupArn, group, targets }) => ({
			targetGroupArn,
			...group,
			targets: targets?.map(({ target, task }) => ({ ...target, taskArn: task?.taskArn })),
		})),
		kills: rememberedKills(evidence).map(({ task, by, at, lifetime }) => ({
			taskArn: task.taskArn,
			taskDefinitionArn: task.taskDefinitionArn,
			by,
			stoppedAt: at,
			lifetimeSeconds: lifetime,
			stoppedReason: task.stoppedReason,
			lastLines: evidence.lastLines?.[task.taskArn]?.map(({ text }) => text),
		})),
	};
}
