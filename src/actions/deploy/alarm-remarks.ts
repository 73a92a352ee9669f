import type { Alarm } from '../../model/alarm.ts';
import type { Service } from '../../model/service.ts';
import { type Look } from '../look.ts';
import type { Remark } from '../plan.ts';
import { good, unseenRemarks, warning } from '../remarks.ts';

/** The alarms that ECS watches during a deployment of the service. */
export function watchedAlarms({
	deploymentConfiguration,
}: Pick<Service, 'deploymentConfiguration'>): readonly string[] {
	const alarms = deploymentConfiguration?.alarms;
	return alarms?.enable ? alarms.alarmNames : [];
}

/**
 * Whether the alarms would do their work. One that fires already does not: ECS then ignores all of them for the whole
 * deployment, so that a deployment can put right what is wrong (ECS developer guide, "How CloudWatch alarms detect Amazon
 * ECS deployment failures").
 */
export function alarmRemarks({
	service,
	alarms,
}: {
	readonly service: Pick<Service, 'deploymentConfiguration'>;
	readonly alarms: Look<readonly Alarm[]>;
}): readonly Remark[] {
	const names = watchedAlarms(service);
	if (names.length === 0) return [];
	if ('failure' in alarms) return unseenRemarks('deployment alarms', alarms);
	const known = new Map(alarms.value.map(({ name, state }) => [name, state]));
	const firing = names.filter((name) => known.get(name) === 'ALARM');
	const gone = names.filter((name) => !known.has(name));
	const watching = names.filter((name) => known.has(name));
	const rollback = service.deploymentConfiguration?.alarms?.rollback
		? 'rolls it back'
		: 'stops it, and rolls nothing back';
	return [
		...(firing.length > 0
			? [warning(`${firing.join(', ')} fires already: ECS ignores all alarms for the whole deployment then`)]
			: []),
		...(gone.length > 0 ? [warning(`there is no alarm ${gone.join(', ')}: the service names it all the same`)] : []),
		...(firing.length === 0 && watching.length > 0 ? [good(`an alarm ${rollback}: ${watching.join(', ')}`)] : []),
	];
}
