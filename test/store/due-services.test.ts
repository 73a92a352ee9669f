import { expect, test } from 'vitest';
import { dueServices } from '../../src/store/due-services.ts';
import { aService } from '../fixtures/a-service.ts';
import { serviceArn } from '../fixtures/shop.ts';

const NOW = 1_000_000;

function table(count: number, changes = {}) {
	const services = Array.from({ length: count }, (_, index) => aService(`worker-${index}`, changes));
	return Object.fromEntries(services.map((service) => [service.serviceArn, service]));
}

/** All read so many ms ago. */
function readAgo(services: Readonly<Record<string, unknown>>, ms: number) {
	return Object.fromEntries(Object.keys(services).map((arn) => [arn, NOW - ms]));
}

const none = new Map<string, number>();

test('describes nothing while all is young enough', () => {
	const services = table(40);
	expect(dueServices({ services, readAt: readAgo(services, 29_000), wanted: none, all: true, now: NOW })).toEqual([]);
});

test('trusts nothing that was read at a time to come: the clock was set back', () => {
	const services = table(3);
	const due = dueServices({ services, readAt: readAgo(services, -3_600_000), wanted: none, all: true, now: NOW });
	expect(due).toHaveLength(3);
});

test('takes one call for the rest when nothing is urgent, the oldest first', () => {
	const services = table(40);
	const readAt = { ...readAgo(services, 31_000), [serviceArn('worker-7')]: NOW - 90_000 };
	const due = dueServices({ services, readAt, wanted: none, all: true, now: NOW });
	expect(due).toHaveLength(10);
	expect(due[0]).toBe(serviceArn('worker-7'));
});

test('describes all that is on screen and fills the last call with the oldest of the others', () => {
	const services = table(40);
	const shown = Array.from({ length: 12 }, (_, index) => serviceArn(`worker-${index}`));
	const readAt = { ...readAgo(services, 6_000), [serviceArn('worker-33')]: NOW - 20_000 };
	const due = dueServices({ services, readAt, wanted: new Map(shown.map((arn) => [arn, 5_000])), all: true, now: NOW });
	expect(due.slice(0, 12).toSorted()).toEqual(shown.toSorted());
	expect(due).toHaveLength(20);
	expect(due[12]).toBe(serviceArn('worker-33'));
});

test('describes the selected service more often than what is only on screen', () => {
	const services = table(2);
	const wanted = new Map([
		[serviceArn('worker-0'), 2_000],
		[serviceArn('worker-1'), 5_000],
	]);
	const due = dueServices({ services, readAt: readAgo(services, 3_000), wanted, all: false, now: NOW });
	expect(due[0]).toBe(serviceArn('worker-0'));
});

test('looks sooner at services that fail or change', () => {
	const services = { ...table(10), ...table(1, { runningCount: 1 }) };
	const due = dueServices({ services, readAt: readAgo(services, 11_000), wanted: none, all: true, now: NOW });
	expect(due[0]).toBe(serviceArn('worker-0'));
});

test('leaves the rest of a cluster alone when only one service of it is looked at', () => {
	const services = table(40);
	const wanted = new Map([[serviceArn('worker-3'), 2_000]]);
	const due = dueServices({ services, readAt: readAgo(services, 60_000), wanted, all: false, now: NOW });
	expect(due).toEqual([serviceArn('worker-3')]);
});

test('describes a service that it has never seen at once', () => {
	const wanted = new Map([[serviceArn('checkout'), 5_000]]);
	expect(dueServices({ services: {}, readAt: {}, wanted, all: false, now: NOW })).toEqual([serviceArn('checkout')]);
});
