import type { Service } from '../../model/service.ts';
import type { Rollout } from '../deployment-story.ts';

/**
 * What CodeDeploy brought in, by the task sets that are there. How it ends, ECS does not tell, and of one that was
 * taken back there is no task set any more.
 */
export function taskSetRollouts({ taskSets = [] }: Pick<Service, 'taskSets'>): readonly Rollout[] {
	return taskSets.flatMap(({ id, taskDefinition, createdAt }, index) =>
		createdAt === undefined
			? []
			: [
					{
						deploymentId: id,
						from: taskSets[index + 1]?.taskDefinition,
						to: taskDefinition,
						startedAt: createdAt,
						outcome: 'under way' as const,
					},
				],
	);
}
