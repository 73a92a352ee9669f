import type { TrafficRouting } from '../model/code-deploy.ts';

/** Minutes from the first shift of the traffic to the last. */
export function shiftMinutes({ type, percent = 100, minutes = 0 }: TrafficRouting): number {
	if (type === 'TimeBasedLinear') return (Math.ceil(100 / percent) - 1) * minutes;
	return type === 'TimeBasedCanary' ? minutes : 0;
}

/** `10 % of the traffic first, all of it after 5 min` */
export function trafficWords(routing: TrafficRouting): string {
	const { type, percent = 100, minutes = 0 } = routing;
	switch (type) {
		case 'TimeBasedCanary':
			return `${percent} % of the traffic first, all of it after ${minutes} min`;
		case 'TimeBasedLinear':
			return `${percent} % of the traffic every ${minutes} min, all of it after ${shiftMinutes(routing)} min`;
		default:
			return 'all traffic moves at once, when the new tasks are healthy';
	}
}
