import { average, type MetricBook, minuteAt } from '../load/metric-book.ts';
import { MINUTE } from '../world/clock.ts';
import type { World } from '../world/world.ts';
import type { LogBook } from './log-book.ts';

/** From this CPU utilisation on, percent, requests wait and the log shows it. */
const BUSY = 90;

/** Lets the containers of a service under heavy load tell of it, from this minute on until it is over. */
export function tellOfLoad(logs: LogBook, metrics: MetricBook, world: World): void {
	const { now } = world.clock;
	for (const service of world.services.values()) {
		const [isBusy = false, wasBusy = false] = [now - MINUTE, now - 2 * MINUTE].map((at) => {
			const cpu = minuteAt(metrics, service.serviceArn, 'CPUUtilization', at);
			return cpu !== undefined && average(cpu) >= BUSY;
		});
		if (!isBusy && !wasBusy) continue;
		for (const arn of service.taskArns) {
			for (const { containerArn } of world.tasks.get(arn)?.containers ?? []) {
				const episodes = logs.streams.get(containerArn)?.episodes;
				const open = episodes?.find(({ trouble, until }) => trouble === 'busy' && until === undefined);
				if (open !== undefined && !isBusy) open.until = now;
				else if (open === undefined && isBusy) episodes?.push({ trouble: 'busy', from: now });
			}
		}
	}
}
