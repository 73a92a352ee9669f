import { lastSegment, parseArn, shortTaskId } from '../model/arn.ts';
import type { Service } from '../model/service.ts';
import type { Task } from '../model/task.ts';

/** What an action is about, and where it is: what stands in every dialog. A service, or tasks that belong to none. */
export type Subject = {
	readonly account: string;
	readonly region: string;
	readonly clusterArn: string;
	readonly clusterName: string;
	/** '' for tasks that belong to no service. */
	readonly serviceArn: string;
	/** Of tasks that belong to no service their group, which can be no service's name: `family:migrate`. */
	readonly serviceName: string;
};

/** A service as the subject of an action. */
export function subjectOf({ serviceArn, serviceName, clusterArn }: Service): Subject {
	const { account = '', region = '' } = parseArn(serviceArn) ?? {};
	return { account, region, clusterArn, clusterName: lastSegment(clusterArn), serviceArn, serviceName };
}

/** A task that belongs to no service as the subject of an action. */
export function subjectOfTask({ taskArn, clusterArn, group }: Task): Subject {
	const { account = '', region = '' } = parseArn(taskArn) ?? {};
	return {
		account,
		region,
		clusterArn,
		clusterName: lastSegment(clusterArn),
		serviceArn: '',
		serviceName: group || `task:${shortTaskId(taskArn)}`,
	};
}
