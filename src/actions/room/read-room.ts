import type { Aws } from '../../aws/aws.ts';
import type { ContainerInstance } from '../../model/container-instance.ts';
import type { FargateQuota } from '../../model/fargate-quota.ts';
import type { Service } from '../../model/service.ts';
import type { Subnet } from '../../model/subnet.ts';
import { look, type Look } from '../look.ts';
import type { Subject } from '../subject.ts';
import { capacityOf } from '../../model/capacity.ts';

/** What there is for more tasks of a service; what its tasks do not take is absent. */
export type Room = {
	/** Of the service's own subnets. */
	readonly subnets?: Look<readonly Subnet[]>;
	/** All of the cluster that are ACTIVE. */
	readonly instances?: Look<readonly ContainerInstance[]>;
	/** Of each kind of Fargate that may take a task. */
	readonly quotas: readonly Look<FargateQuota>[];
};

/** Looks at all of it in parallel. Ask for it only when there will be more tasks. */
export async function readRoom(
	aws: Aws,
	{ region, clusterArn }: Subject,
	service: Service,
	signal?: AbortSignal,
): Promise<Room> {
	const { fargate, instances: onInstances } = capacityOf(service);
	const [subnets, instances, ...quotas] = await Promise.all([
		service.network ? look(aws.subnets(region, service.network.subnets, signal)) : undefined,
		onInstances ? look(aws.containerInstances(clusterArn, signal)) : undefined,
		...fargate.map((kind) => look(aws.fargateQuota(region, kind, signal))),
	]);
	return { ...(subnets ? { subnets } : {}), ...(instances ? { instances } : {}), quotas };
}
