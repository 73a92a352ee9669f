import { hostileText } from './hostile.ts';
import type { Moment } from './voice.ts';

/** One request a service of the shop answered. */
export type ShopRequest = {
	readonly method: string;
	readonly path: string;
	readonly status: number;
	readonly durationMs: number;
	readonly bytes: number;
	readonly clientIp: string;
	readonly userAgent: string;
	readonly traceId: string;
	readonly orderId: string;
	readonly customer: string;
	readonly amount: string;
};

const CUSTOMERS = [
	'Maria Oliveira',
	'Zoë Brandt',
	'山田 太郎',
	'김민준',
	'Olek Wójcik',
	'李小龍',
	'Amira حداد',
	'J. O’Neill',
] as const;
const SEARCHES = ['rain+coat', 'socken', '傘', 'caf%C3%A9+mug', '🎁 gift', 'tent+2p', 'ручка', 'mug'] as const;
const AGENTS = [
	'Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X)',
	'Mozilla/5.0 (X11; Linux x86_64; rv:146.0) Gecko/20100101 Firefox/146.0',
	'okhttp/5.3.0',
	'shop-android/8.12',
] as const;
const HEALTH_CHECK_SHARE = 0.04;

/** What the service was asked, and how it did: in trouble it answers late, wrongly or not at all. */
export function shopRequest({ stream, dice, trouble }: Moment): ShopRequest {
	const isHealthCheck = dice.chance(trouble === 'health-check' ? 0.5 : HEALTH_CHECK_SHARE);
	const orderId = `ord-${dice.between(700_000, 799_999)}`;
	const [method, path] = isHealthCheck ? ['GET', '/health'] : route(stream.service, orderId, dice);
	const status =
		trouble === 'slow-dependency' && isHealthCheck
			? healthStatusOf(stream)
			: statusOf(trouble, isHealthCheck, method, dice);
	return {
		method,
		path,
		status,
		durationMs: durationOf(trouble, status, dice),
		bytes: dice.between(40, 18_000),
		clientIp: `10.0.${dice.between(0, 63)}.${dice.between(4, 250)}`,
		userAgent: isHealthCheck ? 'ELB-HealthChecker/2.0' : (hostileText(dice) ?? dice.pick(AGENTS)),
		traceId: `1-${dice.hex(8)}-${dice.hex(24)}`,
		orderId,
		customer: dice.pick(CUSTOMERS),
		amount: (dice.between(190, 24_900) / 100).toFixed(2),
	};
}

function route(service: string, orderId: string, dice: Moment['dice']): readonly [string, string] {
	if (/checkout|order/.test(service))
		return dice.pick([
			['POST', '/checkout'],
			['GET', `/orders/${orderId}`],
			['POST', '/orders'],
		]);
	if (/payment|fraud|invoice/.test(service))
		return dice.pick([
			['POST', '/payments/authorize'],
			['POST', '/payments/capture'],
			['GET', `/payments/${orderId}`],
		]);
	if (service.includes('cart'))
		return dice.pick([
			['GET', `/carts/${dice.hex(8)}`],
			['POST', `/carts/${dice.hex(8)}/items`],
		]);
	if (/search|catalog|recommend/.test(service))
		return ['GET', `/search?q=${dice.pick(SEARCHES)}&page=${dice.between(1, 9)}`];
	if (/gateway|web|front/.test(service))
		return dice.pick([
			['GET', '/'],
			['GET', `/api/orders/${orderId}`],
			['POST', '/api/checkout'],
			['GET', `/p/${dice.hex(6)}`],
		]);
	return ['GET', `/${service}/${dice.between(1, 90_000)}`];
}

/** Of a health check while the database is too slow: one that nobody waits for any more is logged as timed out. */
function healthStatusOf({ dependency }: Moment['stream']): number {
	return typeof dependency?.whenSlow === 'number' ? dependency.whenSlow : 504;
}

function statusOf(trouble: Moment['trouble'], isHealthCheck: boolean, method: string, dice: Moment['dice']): number {
	if (trouble === 'health-check') return isHealthCheck || dice.chance(0.3) ? 503 : 200;
	if (trouble === 'errors') return isHealthCheck || dice.chance(0.4) ? 200 : 500;
	if (trouble === 'slow-dependency' && dice.chance(0.35)) return 504;
	if (isHealthCheck) return 200;
	if (dice.chance(0.02)) return dice.pick([404, 404, 409, 422, 429]);
	return method === 'POST' && dice.chance(0.5) ? 201 : 200;
}

function durationOf(trouble: Moment['trouble'], status: number, dice: Moment['dice']): number {
	if (status === 504) return 5000 + dice.between(0, 40);
	const typical = 3 + Math.round(60 * dice.roll() ** 3);
	return trouble === 'slow-dependency' || trouble === 'busy' ? typical * dice.between(8, 40) : typical;
}

/** The database that a service talks to, as its log names it. */
export function databaseOf({ dependency }: Moment['stream']): string {
	return dependency?.host ?? 'orders-db.shop.internal:5432';
}

/** Whether the request failed on the server's side. */
export function failed(request: ShopRequest): boolean {
	return request.status >= 500;
}

/** What went wrong behind a failed request, in the words of the code that met it. */
export function causeOf({ trouble, stream }: Moment, request: ShopRequest): string {
	if (trouble === 'slow-dependency') return `${databaseOf(stream)}: query timed out after 5000 ms`;
	if (trouble === 'health-check') return 'not ready: connection pool not initialised';
	return `inventory reservation for ${request.orderId} is missing its warehouse`;
}
