import type { Resource } from '../model/resource.ts';
import type { Picture, Table } from '../store/picture.ts';

/**
 * What stands where data will be: `asking ecs:ListTasks for payments`. While AWS throttles that API, the call waits
 * for room in the call budget and may do so for half a minute: `throttled: waiting to ask ecs:ListTasks for payments`.
 */
export function askingWords(asking: string, picture: Picture): string {
	const isThrottled = throttledServices(picture).some((service) => asking.includes(` ${service}:`));
	return isThrottled ? asking.replace(/^asking/u, 'throttled: waiting to ask') : asking;
}

function throttledServices({
	clusters,
	services,
	tasks,
	stoppedTasks,
	scaling,
	metrics,
	longMetrics,
}: Picture): readonly string[] {
	const tables: readonly Table<Resource<unknown>>[] = [
		clusters,
		services,
		tasks,
		stoppedTasks,
		scaling,
		metrics,
		longMetrics,
	];
	const failures = tables.flatMap((table) => Object.values(table).flatMap(({ failure }) => failure ?? []));
	return failures.flatMap(({ kind, service }) => (kind === 'throttled' ? [service] : []));
}
