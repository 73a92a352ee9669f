import type { ServiceDeployment } from '../../model/deployment-history.ts';

/** Whether a deployment can still be stopped. */
export function isUnderWay({ status }: Pick<ServiceDeployment, 'status'>): boolean {
	return status === 'PENDING' || status === 'IN_PROGRESS';
}
