import { expect, test } from 'vitest';
import { dueRest, dueWanted } from '../../src/store/due-services.ts';
import { aService } from '../fixtures/a-service.ts';
import { serviceArn } from '../fixtures/shop.ts';

const worker = (index: number): string => serviceArn(`worker-${index}`);
const workers = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => worker(index));

function table(count: number, changes = {}) {
	const services = Array.from({ length: count }, (_, index) => aService(`worker-${index}`, changes));
	return Object.fromEntries(services.map((service) => [service.serviceArn, service]));
}

/** All so old, in ms, but for some. */
function aged(ms: number, others: Readonly<Record<string, number>> = {}) {
	return (arn: string): number => others[arn] ?? ms;
}

test('describes nothing while all is young enough', () => {
	expect(dueRest(table(40), workers(40), aged(29_000), 1_000)).toEqual([]);
	expect(dueWanted(new Map([[worker(0), 5_000]]), workers(40), aged(4_000))).toEqual([]);
});

test('describes the most overdue of the rest first, and fills the last call', () => {
	const overdue = { [worker(7)]: 90_000, [worker(8)]: 31_000, [worker(9)]: 20_000 };
	const due = dueRest(table(40), workers(40), aged(10_000, overdue), 1_000);
	expect(due).toHaveLength(10);
	expect(due.slice(0, 3)).toEqual([worker(7), worker(8), worker(9)]);
});

test('takes a few calls for the rest, and as many as it takes where the readings are rare', () => {
	expect(dueRest(table(200), workers(200), aged(31_000), 1_000)).toHaveLength(50);
	expect(dueRest(table(200), workers(200), aged(31_000), 15_000)).toHaveLength(100);
	expect(dueRest(table(200), workers(200), aged(31_000), 300_000)).toHaveLength(200);
});

test('describes all that is on screen and fills the last call with the oldest of the others', () => {
	const wanted = new Map(workers(12).map((arn) => [arn, 5_000]));
	const due = dueWanted(wanted, workers(40), aged(6_000, { [worker(33)]: 20_000 }));
	expect(due.slice(0, 12).toSorted()).toEqual(workers(12).toSorted());
	expect(due).toHaveLength(20);
	expect(due[12]).toBe(worker(33));
});

test('describes the selected service first, and more often than what is only on screen', () => {
	const wanted = new Map([
		[worker(1), 5_000],
		[worker(0), 2_000],
	]);
	expect(dueWanted(wanted, [], aged(6_000))).toEqual([worker(0), worker(1)]);
	expect(dueWanted(wanted, [], aged(3_000))[0]).toBe(worker(0));
});

test('looks sooner at services that fail or change', () => {
	const services = { ...table(10), ...table(1, { runningCount: 1 }) };
	expect(dueRest(services, workers(10), aged(11_000), 1_000)[0]).toBe(worker(0));
});

test('describes a service that it has never seen at once', () => {
	expect(dueWanted(new Map([[worker(0), 5_000]]), [], aged(Infinity))).toEqual([worker(0)]);
});
