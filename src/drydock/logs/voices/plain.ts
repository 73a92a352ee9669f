import { causeOf, failed, shopRequest } from '../shop-request.ts';
import type { Voice } from '../voice.ts';

/** A worker that just prints, and takes its time to start. */
export const plain: Voice = {
	opening: ({ stream }) => [
		`${stream.service}: starting`,
		'running database migrations …',
		'migrations done (0 pending)',
		'warming caches …',
		`ready, port ${stream.port}`,
	],
	speak(moment) {
		const request = shopRequest(moment);
		if (failed(request)) return [`ERROR ${request.orderId}: ${causeOf(moment, request)}`];
		if (moment.dice.chance(0.03)) return ['💤 queue empty, waiting'];
		return [`processed ${request.orderId} for ${request.customer} (€${request.amount}) in ${request.durationMs} ms`];
	},
	closing: ({ stream }, ending) =>
		ending === 'terminated'
			? ['stopping: signal 15']
			: ['panic: cannot read /etc/shop/config.yaml: no such file or directory', `${stream.service}: exit 1`],
};
