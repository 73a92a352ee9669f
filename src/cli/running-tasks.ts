import type { Aws } from '../aws/aws.ts';
import type { Service } from '../model/service.ts';
import type { Task } from '../model/task.ts';
import type { Io } from './io.ts';
import type { Optional } from './optional-readings.ts';

/** What one ListTasks or DescribeTasks takes (ECS API reference). */
const PER_CALL = 100;

type Wanted = {
	readonly aws: Aws;
	readonly clusterArn: string;
	/** Those whose tasks are wanted. */
	readonly services: readonly Service[];
	/** All of the cluster, as far as is known. */
	readonly all: readonly Service[];
	readonly io: Io;
	readonly optional: Optional;
};

/** The running tasks of some services: each asked for by itself, or those of the whole cluster once if that is less. */
export function runningTasks({
	aws,
	clusterArn,
	services,
	all,
	io,
	optional,
}: Wanted): (service: Service) => Promise<readonly Task[] | undefined> {
	const query = { desiredStatus: 'RUNNING' } as const;
	const { signal } = io;
	const running = all.reduce((sum, { runningCount, pendingCount }) => sum + runningCount + pendingCount, 0);
	if (services.length <= Math.ceil(running / PER_CALL)) {
		return (service) => {
			const { serviceName } = service;
			return optional('running tasks', [service], aws.tasks(clusterArn, { serviceName, ...query }, { signal }));
		};
	}
	const reading = optional('running tasks', services, aws.tasks(clusterArn, query, { signal }));
	return async ({ serviceName }) => (await reading)?.filter(({ group }) => group === `service:${serviceName}`);
}
