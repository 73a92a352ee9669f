import type { ServiceDeployment } from '../model/deployment-history.ts';
import { datedDeployments, type Deployment, type Service, type ServiceEvent } from '../model/service.ts';
import { DEPLOYMENT_FAILED, ROLLING_BACK } from './service-events.ts';

/** That a deployment failed, as the events tell it. Times are epoch ms. */
export type FailureTold = { readonly id: string | undefined; readonly at: number; readonly why: string | undefined };

/** That a rollout was taken back, by whatever tells it first. */
export type RollbackTold = {
	readonly at: number;
	/** The one that brings the old revision back, while ECS has it. */
	readonly deployment: Deployment | undefined;
	readonly taskDefinition?: string | undefined;
	/** Of the service deployment, where it was read. */
	readonly status?: string | undefined;
	readonly finishedAt?: number | undefined;
};

export function failuresTold({ events }: Service): readonly FailureTold[] {
	return events.filter(mentionsDeployment).flatMap(({ createdAt, message }) => {
		const found = DEPLOYMENT_FAILED.exec(message)?.groups;
		return found ? [{ id: found['deployment'], at: createdAt, why: found['why'] }] : [];
	});
}

/**
 * The rollbacks, newest first. The history knows them for months, the events for the last hundred of them, the
 * deployment itself only for as long as it is on its way. `close`, ms: told times of one thing may differ by so much.
 */
export function rollbacksTold(
	service: Service,
	history: readonly ServiceDeployment[],
	close: number,
): readonly RollbackTold[] {
	const { events } = service;
	const deployments = datedDeployments(service.deployments);
	const near = (at: number) =>
		deployments
			.filter(({ createdAt }) => Math.abs(createdAt - at) <= close)
			.toSorted((a, b) => Math.abs(a.createdAt - at) - Math.abs(b.createdAt - at))[0];
	const read = history.flatMap(
		({ rollbackStartedAt: at, rollbackTaskDefinition: taskDefinition, status, finishedAt }) =>
			at === undefined ? [] : [{ at, taskDefinition, status, finishedAt, deployment: near(at) }],
	);
	const heard = events.filter(mentionsDeployment).flatMap(({ createdAt: at, message }) => {
		const target = ROLLING_BACK.exec(message)?.groups?.['deployment'];
		if (target === undefined) return [];
		return [{ at, deployment: near(at) ?? deployments.find(({ id }) => id === target) }];
	});
	const known = new Set([...read, ...heard].map(({ deployment }) => deployment?.id));
	const newest = Math.max(...deployments.map(({ createdAt }) => createdAt));
	const seen = deployments.flatMap((deployment) => {
		const { id, createdAt, updatedAt = createdAt, rolloutStateReason = '' } = deployment;
		if (!ROLLING_BACK.test(rolloutStateReason) || known.has(id)) return [];
		// It may be the old deployment itself that comes back, with the time at which it was made.
		return [{ at: createdAt < newest ? updatedAt : createdAt, deployment }];
	});
	const told: RollbackTold[] = [];
	for (const one of [...read, ...heard, ...seen]) {
		if (!told.some(({ at }) => Math.abs(at - one.at) <= close)) told.push(one);
	}
	return told.toSorted((a, b) => b.at - a.at);
}

/** Most events are of something else, and all services are asked every few seconds. */
function mentionsDeployment({ message }: ServiceEvent): boolean {
	return message.includes('deployment');
}
