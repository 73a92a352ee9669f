import { lastSegment } from '../../model/arn.ts';
import type { TargetGroup, TargetHealth } from '../../model/load-balancing.ts';
import type { Task } from '../../model/task.ts';
import type { Evidence } from '../evidence.ts';
import type { Turn } from './lane.ts';

/** A target group of a service with its targets. */
export type TargetCheck = {
	readonly targetGroupArn: string;
	readonly name: string;
	/** The container and port that it sends requests to: `app:8080`. */
	readonly to: string;
	/** How it checks; undefined while that is not known. */
	readonly group: TargetGroup | undefined;
	/** Undefined while they are not known; the unhealthy ones first. */
	readonly targets: readonly CheckedTarget[] | undefined;
};

export type CheckedTarget = {
	readonly target: TargetHealth;
	/** Whose address it is, as far as the tasks are known. */
	readonly task: Task | undefined;
	/** What was seen of its health, oldest first. */
	readonly turns: readonly Turn[];
	readonly since?: number;
};

/** The target groups of a service, the other one of a deployment that shifts traffic included. */
export function targetChecks({
	service,
	targetGroups = [],
	targets,
	tasks = [],
	flips = [],
}: Evidence): readonly TargetCheck[] {
	return service.loadBalancers.flatMap(({ targetGroupArn, alternateTargetGroupArn, containerName, containerPort }) =>
		[targetGroupArn, alternateTargetGroupArn].flatMap((arn) => {
			if (arn === undefined) return [];
			const group = targetGroups.find((one) => one.targetGroupArn === arn);
			const own = targets?.filter((target) => target.targetGroupArn === undefined || target.targetGroupArn === arn);
			return [
				{
					targetGroupArn: arn,
					name: group?.targetGroupName ?? arn.split('/').at(-2) ?? lastSegment(arn),
					to: `${containerName}:${containerPort}`,
					group,
					targets: own?.map((target) => checkedTarget(target, arn)).toSorted(byState),
				},
			];
		}),
	);

	function checkedTarget(target: TargetHealth, arn: string): CheckedTarget {
		const own = flips.filter(
			(flip) =>
				flip.kind === 'target' &&
				flip.targetGroupArn === arn &&
				flip.targetId === target.id &&
				flip.port === target.port,
		);
		const last = own.at(-1);
		return {
			target,
			task: tasks.find(({ privateIpv4Address }) => privateIpv4Address === target.id),
			turns: own.map(({ at, after }) => ({ at, after })),
			...(last?.before !== undefined && { since: last.at }),
		};
	}
}

const RANK: readonly RegExp[] = [/^unhealthy/u, /^(?:unavailable|unused)$/u, /^initial$/u, /^healthy$/u];

function byState(a: CheckedTarget, b: CheckedTarget): number {
	return rank(a) - rank(b) || a.target.id.localeCompare(b.target.id);
}

function rank({ target }: CheckedTarget): number {
	const found = RANK.findIndex((pattern) => pattern.test(target.state));
	return found === -1 ? RANK.length : found;
}
