import { causeOf, databaseOf, failed, shopRequest } from '../shop-request.ts';
import type { Moment, Voice } from '../voice.ts';

/** One request in twenty thousand logs the whole basket: a line of 200 KB, near CloudWatch's limit for one event. */
const WHOLE_BASKET_SHARE = 1 / 20_000;
const WHOLE_BASKET_ITEMS = 2_600;

/** A Node service that writes one JSON object per line (pino's fields). */
export const json: Voice = {
	opening: (moment) => [
		entry(moment, 'info', `starting ${moment.stream.service}`, { node: 'v24.21.0', pid: 1 }),
		entry(moment, 'info', 'configuration loaded', { source: 'environment' }),
		entry(moment, 'info', `connected to ${databaseOf(moment.stream)}`, { pool: 10 }),
		entry(moment, 'info', `listening on 0.0.0.0:${moment.stream.port}`),
	],
	speak(moment) {
		const request = shopRequest(moment);
		const { method, path, status, durationMs, traceId } = request;
		const fields = { method, path, status, durationMs, traceId, userAgent: request.userAgent };
		if (failed(request))
			return [entry(moment, 'error', causeOf(moment, request), { ...fields, orderId: request.orderId })];
		if (moment.dice.chance(WHOLE_BASKET_SHARE)) return [entry(moment, 'debug', 'basket', { items: basket(moment) })];
		if (moment.trouble === 'busy' && moment.dice.chance(0.1)) {
			return [entry(moment, 'warn', 'event loop delayed', { delayMs: moment.dice.between(180, 900) })];
		}
		if (status === 201) {
			const { orderId, customer, amount } = request;
			return [entry(moment, 'info', `order ${orderId} accepted`, { ...fields, customer, amount, currency: 'EUR' })];
		}
		return [entry(moment, status >= 400 ? 'warn' : 'info', `${method} ${path}`, fields)];
	},
	closing: (moment, ending) =>
		ending === 'terminated'
			? [
					entry(moment, 'info', 'SIGTERM received, finishing requests'),
					entry(moment, 'info', `closed ${databaseOf(moment.stream)}`),
					entry(moment, 'info', 'bye'),
				]
			: [
					entry(moment, 'fatal', 'uncaught exception', { code: 'ERR_UNHANDLED_REJECTION' }),
					"TypeError: Cannot read properties of undefined (reading 'warehouse')",
					`    at reserve (/app/dist/inventory.js:${moment.dice.between(20, 90)}:31)`,
					'    at process.processTicksAndRejections (node:internal/process/task_queues:105:5)',
					'    at async handle (/app/dist/server.js:118:9)',
				],
};

function entry({ at, stream }: Moment, level: string, msg: string, fields: Readonly<Record<string, unknown>> = {}) {
	return JSON.stringify({ time: new Date(at).toISOString(), level, service: stream.service, msg, ...fields });
}

function basket({ dice }: Moment): readonly unknown[] {
	return Array.from({ length: WHOLE_BASKET_ITEMS }, (_, index) => ({
		sku: `sku-${index.toString().padStart(5, '0')}`,
		name: '雨傘 (rain umbrella), navy blue ☔',
		quantity: dice.between(1, 9),
	}));
}
