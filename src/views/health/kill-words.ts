import type { CheckKill } from '../../diagnosis/check-kills.ts';
import { lastSaid } from '../../diagnosis/last-said.ts';
import { revisionOf, shortTaskId } from '../../model/arn.ts';
import { duration } from '../../model/duration.ts';
import type { LogLine } from '../../model/log-line.ts';
import type { Service } from '../../model/service.ts';

/** `77aa10 of :43 failed its container check (app), lived 2m31s (grace 0s, first 60s free)`. */
export function killWords({ task, by, lifetime, definition, targetGroupArn }: CheckKill, service: Service): string {
	const unhealthy = task.containers.flatMap(({ name, healthStatus }) => (healthStatus === 'UNHEALTHY' ? [name] : []));
	const startPeriods = (definition?.containerDefinitions ?? []).flatMap(({ name, healthCheck }) =>
		healthCheck && (unhealthy.length === 0 || unhealthy.includes(name)) ? [healthCheck.startPeriod] : [],
	);
	const whose = by === 'container' ? unhealthy.join(', ') : (targetGroupArn?.split('/').at(-2) ?? '');
	const free = by === 'container' && startPeriods.length > 0 ? `, first ${Math.max(...startPeriods)}s free` : '';
	const check = by === 'container' ? 'its container check' : "the load balancer's check";
	return (
		`${shortTaskId(task.taskArn)} of :${revisionOf(task.taskDefinitionArn)} failed ${check}` +
		`${whose === '' ? '' : ` (${whose})`}, lived ${duration(lifetime * 1000)}` +
		` (grace ${service.healthCheckGracePeriodSeconds ?? 0}s${free})`
	);
}

/**
 * What a task said last before it was told to stop, of the container that failed where that is known: what comes after it
 * is only its good-bye.
 */
export function lastWords({ task }: CheckKill, lines: readonly LogLine[] | undefined): string | undefined {
	const unhealthy = new Set(
		task.containers.flatMap(({ name, healthStatus }) => (healthStatus === 'UNHEALTHY' ? [name] : [])),
	);
	const own = lines?.filter(({ source }) => unhealthy.size === 0 || unhealthy.has(source.container));
	const told = own && own.length > 0 ? own : lines;
	return lastSaid(task, told)?.text;
}
