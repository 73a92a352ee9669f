import type { Service } from '../model/service.ts';
import type { Refusal } from './plan.ts';

/** Why ECS changes nothing of a service any more: it is being deleted (DRAINING), or was (INACTIVE). */
export function notActive({ serviceName, status }: Pick<Service, 'serviceName' | 'status'>): Refusal | undefined {
	if (status === 'ACTIVE') return undefined;
	return {
		refused: `${serviceName} is ${status}: it ${status === 'DRAINING' ? 'is being' : 'was'} deleted.`,
		instead: 'Create it again to run it.',
	};
}
