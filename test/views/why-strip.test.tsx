import { stripVTControlCharacters } from 'node:util';
import { renderToString } from 'ink';
import { expect, test } from 'vitest';
import { createServiceRows } from '../../src/views/services/create-service-rows.ts';
import { WhyStrip } from '../../src/views/why-strip.tsx';
import { shopPicture } from '../fixtures/shop-picture.ts';
import type { Picture } from '../../src/store/picture.ts';
import type { Service } from '../../src/model/service.ts';
import type { ResourceFailure } from '../../src/model/resource.ts';
import { crashes } from '../fixtures/shop-task.ts';
import type { LogLine } from '../../src/model/log-line.ts';
import type { LogTail } from '../../src/store/log-tail.ts';
import { HOUR, NIGHT, PROD, serviceArn, taskDefinitionArn } from '../fixtures/shop.ts';
import { viewContext } from './view-context.ts';

type Screen = {
	readonly width?: number;
	readonly height?: number;
	readonly logTail?: LogTail;
	/** With the keys at the right, too. */
	readonly keys?: boolean;
	/** In place of what is wrong with it. */
	readonly reason?: string;
};

function strip(
	name: string,
	picture = shopPicture(),
	{ width = 90, height = 2, logTail, keys = false, reason }: Screen = {},
): readonly string[] {
	const found = createServiceRows()(picture, [], NIGHT).find(({ service }) => service.serviceName === name);
	const row = found && reason !== undefined ? { ...found, attention: { ...found.attention, reason } } : found;
	const context = viewContext({ picture, now: NIGHT, logTail });
	const drawn = renderToString(<WhyStrip context={context} row={row} width={width} height={height} />, {
		columns: width,
	});
	return stripVTControlCharacters(drawn)
		.split('\n')
		.map((line) => (keys ? line : line.replace(/ {2,}\[\S+\] .*$/u, '')).trimEnd());
}

test('gives the cause and what changed just before', () => {
	const [cause, change] = strip('checkout');
	expect(cause).toBe(' ✖ app fails its health check on every task of :43, since 02:58:10');
	expect(change).toBe('   last change: deploy :42 → :43 at 03:01:10 (3m ago)');
});

test('says with which keys one goes on, where a line leaves room for them', () => {
	const rows = strip('checkout', shopPicture(), { width: 120, keys: true });
	expect(rows[1]).toMatch(/^ {3}last change: .+ {3,}(?:\[\S\] [\w ]+ {2})*\[w\] why$/u);
	expect(strip('checkout', shopPicture(), { width: 56, keys: true }).join('')).not.toContain('[w]');
});

test('has the keys below where the lines are full, and cuts the last line for the one to all of it', () => {
	const picture = shopPicture();
	const below = strip('checkout', picture, { width: 69, height: 3, keys: true });
	expect(below.findLast((line) => line !== '')).toMatch(/^ +(?:\[\S\] [\w ]+ {2})*\[w\] why$/u);
	const reason = `app says ${'no '.repeat(52)}at length`;
	const full = strip('checkout', picture, { width: 80, height: 3, keys: true, reason });
	expect(full.slice(0, 2).join(' ')).not.toContain('[w]');
	expect(full.at(-1)).toMatch(/… {2}\[w\] why$/u);
});

test('names the check that fails, when the task definition is known', () => {
	const picture = shopPicture();
	const arn = taskDefinitionArn('checkout', 43);
	const definition = picture.taskDefinitions[arn]?.value;
	if (!definition) throw new Error('checkout has a task definition');
	const healthCheck = {
		command: ['CMD-SHELL', 'curl -f localhost:8080'],
		interval: 10,
		timeout: 5,
		retries: 3,
		startPeriod: 0,
	};
	const containerDefinitions = definition.containerDefinitions.map((one) => ({ ...one, healthCheck }));
	const taskDefinitions = { [arn]: { value: { ...definition, containerDefinitions } } };
	expect(strip('checkout', { ...picture, taskDefinitions }, { height: 3 })).toContain(
		'   its check: curl -f localhost:8080',
	);
});

test('gives the last error of the newest dead task, from the lines that are at hand', () => {
	const picture = shopPicture();
	const cart = picture.services[PROD]?.value?.[serviceArn('cart')];
	const dead = cart ? crashes(cart, 4) : {};
	const [newest] = Object.values(dead['service:cart'] ?? {});
	const texts = [
		'KeyError: 1',
		'Traceback (most recent call last):',
		"KeyError: 'SEARCH_INDEX_URL'",
		'  in error.py',
		'[ERROR] Worker failed to boot',
		'bye',
	];
	const lines = texts.map((text) => ({ text, source: { taskArn: newest?.taskArn } }) as unknown as LogLine);
	const state = { lines: { length: lines.length, version: 1, at: (index: number) => lines[index] } };
	const logTail = { getState: () => state } as unknown as LogTail;
	const rows = strip(
		'cart',
		{ ...picture, stoppedTasks: { [PROD]: { value: dead } } },
		{ width: 120, height: 3, logTail },
	);
	expect(rows).toContain("   dead0 said: KeyError: 'SEARCH_INDEX_URL'");
});

test('gives the time from which on it was so, where it is known', () => {
	expect(strip('payments')[0]).toMatch(/since \d\d:\d\d:\d\d$/u);
});

test('gives no beginning to what may have begun before all that is known', () => {
	const picture = shopPicture();
	const cart = picture.services[PROD]?.value?.[serviceArn('cart')];
	const stoppedTasks = { [PROD]: { value: cart ? crashes(cart, 12) : {} } };
	expect(strip('cart', { ...picture, stoppedTasks }, { width: 120 })[0]).toMatch(/, for 56m or longer$/u);
});

test('gives the day, too, of what began on another', () => {
	const picture = shopPicture();
	const arn = serviceArn('payments');
	const payments = picture.services[PROD]?.value?.[arn];
	if (!payments) throw new Error('the shop has payments');
	const failed = payments.deployments.map((one) => ({ ...one, rolloutState: 'FAILED', updatedAt: NIGHT - 72 * HOUR }));
	const value = { [arn]: { ...payments, runningCount: 2, deployments: failed, events: [] } };
	const old = { ...picture, services: { [PROD]: { ...picture.services[PROD], value } } };
	expect(strip('payments', old)[0]).toMatch(/failed, since 11-17 03:04:10$/u);
});

test('says of a service that is fine that it is', () => {
	expect(strip('api-gateway')[0]).toMatch(/^ ✔ /u);
	expect(strip('api-gateway')[1] ?? '').toBe('');
});

const EXPIRED: ResourceFailure = {
	kind: 'expired-credentials',
	service: 'ecs',
	operation: 'DescribeServices',
	code: 'ExpiredTokenException',
	message: 'The security token included in the request is expired',
	next: 'Run `aws sso login --profile ops`.',
	since: NIGHT - 38_000,
};
const DENIED: ResourceFailure = {
	...EXPIRED,
	kind: 'denied',
	service: 'cloudwatch',
	operation: 'GetMetricData',
	code: 'AccessDenied',
	next: 'Ask for the IAM permission cloudwatch:GetMetricData.',
};

function staleServices(failure?: ResourceFailure): Picture {
	const picture = shopPicture();
	const readAt = NIGHT - 40_000;
	const serviceReadAt = Object.fromEntries(Object.keys(picture.serviceReadAt).map((arn) => [arn, readAt]));
	const services = { [PROD]: { ...picture.services[PROD], readAt, ...(failure && { failure }) } };
	return { ...picture, services, serviceReadAt };
}

test('says of old data how old it is', () => {
	expect(strip('api-gateway', staleServices())[0]).toMatch(/^ ✔ as of 40s ago: \d+ of \d+ running$/u);
});

test('does not call old what is read once a minute, as was asked for', () => {
	expect(strip('api-gateway', { ...staleServices(), refreshMs: 60_000 })[0]).toMatch(/^ ✔ \d+ of \d+ running$/u);
});

test('says what failed, since when, and the next step, while only old data is there', () => {
	const [cause, trouble] = strip('api-gateway', staleServices(EXPIRED), { width: 118 });
	expect(cause).toMatch(/^ ✔ as of 40s ago: /u);
	expect(trouble).toBe('   AWS: credentials expired, since 03:03:32. Run `aws sso login --profile ops`.');
});

test('has cause, change and trouble together on a screen of 120 columns', () => {
	const [cause, change, trouble] = strip('checkout', staleServices(EXPIRED), { width: 118, height: 3 });
	expect(cause).toMatch(/^ ✖ as of 40s ago: app fails its health check on every task of :43, since 02:58:10$/u);
	expect(change).toBe('   last change: deploy :42 → :43 at 03:01:10 (3m ago)');
	expect(trouble).toMatch(/Run `aws sso login --profile ops`\.$/u);
});

test('gives time and change before the details where there is no room for all', () => {
	const picture = shopPicture();
	const cart = picture.services[PROD]?.value?.[serviceArn('cart')];
	const stoppedTasks = { [PROD]: { value: cart ? crashes(cart, 12) : {} } };
	const crashing = { ...picture, stoppedTasks };
	expect(strip('cart', crashing, { width: 120 })[0]).toMatch(
		/^ ✖ app fails its health check; ECS killed 3 tasks for it in 15 min, for 56m or longer$/u,
	);
	const [what, details] = strip('cart', crashing, { width: 60 });
	expect(what).toMatch(/^ ✖ app fails its health check, for 56m or longer$/u);
	expect(details).toMatch(/^ {3}ECS killed 3 tasks for it/u);
});

test('names what is not known about the service, and why', () => {
	const picture = { ...shopPicture(), metrics: { [serviceArn('api-gateway')]: { failure: DENIED } } };
	expect(strip('api-gateway', picture)[1]).toBe('   CPU not known: no permission cloudwatch:GetMetricData');
});

test('runs on from row to row where the screen is narrow, so that nothing is lost', () => {
	expect(strip('checkout', shopPicture(), { width: 70 })).toEqual([
		' ✖ app fails its health check on every task of :43, since 02:58:10',
		'   last change: deploy :42 → :43 at 03:01:10 (3m ago)',
	]);
	expect(strip('checkout', shopPicture(), { width: 44, height: 3 })).toEqual([
		' ✖ app fails its health check on every task',
		'   of :43, since 02:58:10 · last change:',
		'   deploy :42 → :43 at 03:01:10 (3m ago)',
	]);
});

test('tells of a rollback what it took back, in the same words before and after it is over', () => {
	const picture = shopPicture();
	const arn = serviceArn('checkout');
	const checkout = picture.services[PROD]?.value?.[arn];
	const [bad, good] = checkout?.deployments ?? [];
	if (!checkout || !bad || !good) throw new Error('the shop has a checkout with two deployments');
	const back = { ...good, id: 'ecs-svc/back', status: 'PRIMARY', createdAt: NIGHT - 60_000 };
	const rolloutStateReason = 'ECS deployment circuit breaker: rolling back to deploymentId ecs-svc/good';
	const changing = [{ ...back, rolloutState: 'IN_PROGRESS', rolloutStateReason }, { ...bad, status: 'ACTIVE' }, good];
	const event = {
		id: 'e',
		createdAt: NIGHT - 60_000,
		message: '(service checkout) rolling back to deployment ecs-svc/good.',
	};
	const history = {
		serviceDeploymentArn: 'd43',
		serviceArn: arn,
		status: 'ROLLBACK_SUCCESSFUL',
		createdAt: bad.createdAt ?? NIGHT,
		targetTaskDefinition: bad.taskDefinition,
		sourceTaskDefinitions: [good.taskDefinition],
		rollbackStartedAt: NIGHT - 60_000,
		rollbackTaskDefinition: good.taskDefinition,
	};
	const shown = (deployments: Service['deployments']) => {
		const value = { [arn]: { ...checkout, deployments, events: [event] } };
		const services = { [PROD]: { ...picture.services[PROD], value } };
		const serviceDeployments = deployments.length > 1 ? {} : { [arn]: { value: [history] } };
		return strip('checkout', { ...picture, services, serviceDeployments }, { width: 150 })[1];
	};
	const words = (verb: string) => `deploy :42 → :43 at 03:01:10 failed; ${verb} back to :42 at 03:03:10`;
	expect(shown(changing)).toContain(words('rolling'));
	expect(shown([{ ...back, rolloutState: 'COMPLETED' }])).toContain(words('rolled'));
});

test('names the revision before, from the tasks it left, when ECS has dropped its deployment', () => {
	const picture = shopPicture();
	const arn = serviceArn('checkout');
	const checkout = picture.services[PROD]?.value?.[arn];
	if (!checkout) throw new Error('the shop has a checkout');
	const alone = { ...checkout, deployments: checkout.deployments.slice(0, 1) };
	const services = { [PROD]: { ...picture.services[PROD], value: { [arn]: alone } } };
	expect(strip('checkout', { ...picture, services })[1]).toMatch(/deploy :42 → :43 at/u);
	expect(strip('checkout', { ...picture, services, tasks: {} })[1]).toMatch(/deploy of :43 at/u);
});
