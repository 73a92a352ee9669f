import type { Service } from '../model/service.ts';
import { notActive } from './not-active.ts';
import type { Refusal } from './plan.ts';

/** Why a service has no count that could be set, by hand or by autoscaling. */
export function cannotScale(service: Service): Refusal | undefined {
	const { serviceName, schedulingStrategy } = service;
	if (schedulingStrategy !== 'DAEMON') return notActive(service);
	return {
		refused: `${serviceName} is a DAEMON service: it runs one task on every instance.`,
		instead: 'Change the number of instances instead.',
	};
}
