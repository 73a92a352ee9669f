import type { Alarm } from '../../model/alarm.ts';
import type { Service } from '../../model/service.ts';
import { unseen, type Look } from '../look.ts';
import type { Remark } from '../plan.ts';

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
	if ('failure' in alarms) return [{ level: 'unknown', text: unseen('deployment alarms', alarms) ?? '' }];
	const known = new Map(alarms.value.map(({ name, state }) => [name, state]));
	const firing = names.filter((name) => known.get(name) === 'ALARM');
	const gone = names.filter((name) => !known.has(name));
	const watching = names.filter((name) => known.has(name));
	const rollback = service.deploymentConfiguration?.alarms?.rollback
		? 'rolls it back'
		: 'stops it, and rolls nothing back';
	return [
		...(firing.length > 0
			? [
					{
						level: 'warning',
						text: `${firing.join(', ')} fires already: ECS ignores all alarms for the whole deployment then`,
					} as const,
				]
			: []),
		...(gone.length > 0
			? [{ level: 'warning', text: `there is no alarm ${gone.join(', ')}: the service names it all the same` } as const]
			: []),
		...(firing.length === 0 && watching.length > 0
			? [{ level: 'good', text: `an alarm ${rollback}: ${watching.join(', ')}` } as const]
			: []),
	];
}
