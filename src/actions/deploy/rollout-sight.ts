import type { Aws } from '../../aws/aws.ts';
import type { ServiceDeployment } from '../../model/deployment-history.ts';
import type { TargetHealth } from '../../model/load-balancing.ts';
import type { Service } from '../../model/service.ts';
import type { Task } from '../../model/task.ts';
import { look, seen, type Look } from '../look.ts';
import { readServiceIfThere } from '../read-service.ts';
import type { Subject } from '../subject.ts';

/** A service as it is seen while it is deployed. */
export type RolloutSight = {
	/** Undefined: it is gone. */
	readonly service: Service | undefined;
	/** Newest first. */
	readonly rollouts: Look<readonly ServiceDeployment[]>;
	/** Those that run or are to, and those that stopped within the hour. Undefined where they may not be seen. */
	readonly tasks?: readonly Task[];
	/** The targets of all its target groups. Undefined where there are none, or they may not be seen. */
	readonly targets?: readonly TargetHealth[];
};

/** Tasks and targets are looked at every so many looks: they cost the most calls. */
const EVERY = 2;

/** Looks at a deployment, again and again. @throws {AwsCallError} when the service cannot be read */
export function rolloutLook(aws: Aws, subject: Subject): () => Promise<RolloutSight> {
	const { clusterArn, serviceArn, serviceName } = subject;
	let looks = 0;
	let details: Pick<RolloutSight, 'tasks' | 'targets'> = {};

	async function readTasks(): Promise<readonly Task[] | undefined> {
		const [running, stopped] = await Promise.all(
			(['RUNNING', 'STOPPED'] as const).map((desiredStatus) =>
				look(aws.tasks(clusterArn, { serviceName, desiredStatus })),
			),
		);
		const [one, other] = [running && seen(running), stopped && seen(stopped)];
		return one && other ? [...one, ...other] : details.tasks;
	}

	async function readTargets(service: Service): Promise<readonly TargetHealth[] | undefined> {
		const arns = service.loadBalancers.flatMap(({ targetGroupArn = [], alternateTargetGroupArn = [] }) => [
			targetGroupArn,
			alternateTargetGroupArn,
		]);
		const groups = [...new Set(arns.flat())];
		if (groups.length === 0) return undefined;
		const read = await Promise.all(groups.map((arn) => look(aws.targetHealth(arn))));
		const found = read.map(seen);
		return found.every((one) => one !== undefined) ? found.flat() : details.targets;
	}

	return async () => {
		const [service, rollouts] = await Promise.all([
			readServiceIfThere(aws, subject),
			look(aws.serviceDeployments(serviceArn, clusterArn)),
		]);
		if (service && looks++ % EVERY === 0) {
			const [tasks, targets] = await Promise.all([readTasks(), readTargets(service)]);
			details = { ...(tasks && { tasks }), ...(targets && { targets }) };
		}
		return { service, rollouts, ...details };
	};
}
