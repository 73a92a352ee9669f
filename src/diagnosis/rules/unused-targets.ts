import { regionOption } from '../update-command.ts';
import type { Service } from '../../model/service.ts';
import type { TargetHealth } from '../../model/load-balancing.ts';
import { aboutService } from '../about-service.ts';
import type { Evidence } from '../evidence.ts';
import type { Finding, NextStep, Severity } from '../finding.ts';
import { beginningOf, flipsOfTarget } from '../last-flip.ts';
import { targetId } from '../target-id.ts';

/** Why a target gets no requests at all. */
type Unused = {
	/** The catalogue's. */
	readonly id: string;
	readonly severity: Severity;
	readonly sentence: (targets: readonly TargetHealth[]) => string;
	readonly next: (targets: readonly TargetHealth[], service: Service) => readonly NextStep[];
};

const KINDS: readonly Unused[] = [
	{
		id: 'tg-az-not-enabled',
		severity: 'high',
		sentence: (targets) => `${zonesOf(targets)} is not enabled for the load balancer: ${counted(targets)} unused`,
		next: (targets) => [
			{ text: `Enable ${zonesOf(targets)} for the load balancer, or take its subnets out of the service` },
		],
	},
	{
		id: 'tg-not-in-use',
		severity: 'high',
		sentence: (targets) => `no listener sends requests to ${groupOf(targets)}: ${counted(targets)} unused`,
		next: (targets, service) => [
			{
				text: `Let a rule of a listener forward to ${groupOf(targets)}`,
				command: `aws elbv2 describe-target-groups ${regionOption(service)} --target-group-arns ${targets[0]?.targetGroupArn ?? groupOf(targets)}`,
			},
		],
	},
	{
		id: 'tg-invalid-state',
		severity: 'warning',
		sentence: (targets) => `${targets[0]?.id} of ${groupOf(targets)} is stopped or terminated, and still a target`,
		next: () => [{ text: 'See that its instance is replaced, and taken out of the target group' }],
	},
	{
		id: 'tg-ip-unusable',
		severity: 'high',
		sentence: (targets) =>
			`${targets[0]?.id} cannot be a target of ${groupOf(targets)}: a load balancer uses that address`,
		next: () => [{ text: 'Stop the task at that address: its replacement gets another one' }],
	},
];

/**
 * Targets that get no requests although their tasks run. Where a deployment shifts traffic between two groups, one of them is
 * idle by design.
 */
export function unusedTargets(evidence: Evidence): readonly Finding[] {
	const { service, targets = [] } = evidence;
	const shifting = new Set(
		service.loadBalancers.flatMap(({ targetGroupArn, alternateTargetGroupArn }) =>
			alternateTargetGroupArn === undefined ? [] : [targetGroupArn, alternateTargetGroupArn],
		),
	);
	const isIdle = service.deploymentController !== 'ECS';
	const groups = Map.groupBy(
		targets.filter(({ state }) => state === 'unused'),
		({ targetGroupArn }) => targetGroupArn,
	);
	return [...groups].flatMap(([arn, members]) =>
		KINDS.flatMap((kind): readonly Finding[] => {
			const own = members.filter((target) => targetId(target) === kind.id);
			if (own.length === 0 || (kind.id === 'tg-not-in-use' && (isIdle || shifting.has(arn)))) return [];
			return [
				aboutService(service, {
					id: kind.id,
					severity: kind.severity,
					confidence: 'high',
					sentence: kind.sentence(own),
					...beginningOf(own.map((target) => flipsOfTarget(evidence, target)?.at(-1))),
					evidence: own.slice(0, 5).map((target) => ({
						text: `${target.id}:${target.port}: ${target.description ?? target.reason ?? 'unused'}`,
						api: 'elasticloadbalancing:DescribeTargetHealth',
						...(arn !== undefined && {
							place: { kind: 'target', targetGroupArn: arn, targetId: target.id, port: target.port } as const,
						}),
					})),
					ruledOut: ['Not the application: nothing asks it'],
					next: kind.next(own, service),
					explains: ['elb-healthcheck-failed'],
				}),
			];
		}),
	);
}

function zonesOf(targets: readonly TargetHealth[]): string {
	const zones = [...new Set(targets.flatMap(({ availabilityZone }) => availabilityZone ?? []))].toSorted();
	return zones.length === 0 ? 'the zone of its targets' : zones.join(', ');
}

function groupOf([target]: readonly TargetHealth[]): string {
	return target?.targetGroupArn?.split('/').at(-2) ?? 'its target group';
}

function counted({ length }: readonly TargetHealth[]): string {
	return length === 1 ? '1 target is' : `${length} targets are`;
}
