import { familyRevision } from '../../model/arn.ts';
import { primaryDeployment } from '../../model/service.ts';
import { aboutService } from '../about-service.ts';
import type { Evidence } from '../evidence.ts';
import type { Finding } from '../finding.ts';

/**
 * A target group takes addresses or instances; which, the network mode of the tasks decides (ECS developer guide, "Use load
 * balancing": awsvpc needs `ip`). ECS refuses most of such pairs, so that one that is there came about by a change outside.
 */
export function targetType({ service, targetGroups = [], taskDefinitions }: Evidence): readonly Finding[] {
	const arn = primaryDeployment(service)?.taskDefinition ?? service.taskDefinition;
	const mode = taskDefinitions?.[arn]?.networkMode;
	if (mode === undefined) return [];
	const wanted = mode === 'awsvpc' ? 'ip' : 'instance';
	const own = new Set(service.loadBalancers.map(({ targetGroupArn }) => targetGroupArn));
	return targetGroups
		.filter(({ targetGroupArn, targetType: type }) => own.has(targetGroupArn) && isOther(type, wanted))
		.map(({ targetGroupName, targetType: type }) =>
			aboutService(service, {
				id: 'x-target-type',
				severity: service.runningCount < service.desiredCount ? 'high' : 'warning',
				confidence: 'high',
				sentence: `${targetGroupName} takes targets by ${type}, but tasks in network mode ${mode} are targets by ${wanted}`,
				evidence: [
					{ text: `target type of ${targetGroupName}: ${type}`, api: 'elasticloadbalancing:DescribeTargetGroups' },
					{
						text: `network mode of ${familyRevision(arn)}: ${mode}`,
						api: 'ecs:DescribeTaskDefinition',
						place: { kind: 'task-definition' },
					},
				],
				next: [{ text: `Create a target group of type ${wanted}: the type of one that is there cannot be changed` }],
				explains: ['elb-target-unhealthy'],
			}),
		);
}

/** Only of the two: `lambda` and `alb` are not for tasks, and of a type that was not read nothing is known. */
function isOther(type: string | undefined, wanted: string): boolean {
	return (type === 'ip' || type === 'instance') && type !== wanted;
}
