import { describe, expect, test } from 'vitest';
import { average, type MetricBook, minuteAt } from '../../../src/drydock/load/metric-book.ts';
import { MINUTE } from '../../../src/drydock/world/clock.ts';
import { NOON, trackedService } from '../scaling/tracked-service.ts';
import { the } from '../world/small-shop.ts';

const cpu = (book: MetricBook, arn: string, at: number) => minuteAt(book, arn, 'CPUUtilization', at);

describe('the metrics of a service', () => {
	test('have one sample a minute for each running task', () => {
		const { records, service } = trackedService();
		expect(cpu(records.metrics, service.serviceArn, NOON - MINUTE)?.sampleCount).toBe(4);
	});

	test('follow the load divided by the tasks', () => {
		const { records, service, load, minutes } = trackedService(200);
		const before = average(the(cpu(records.metrics, service.serviceArn, NOON - MINUTE)));
		expect(before).toBeGreaterThan(45);
		expect(before).toBeLessThan(55);
		load(100);
		minutes(2);
		const after = average(the(cpu(records.metrics, service.serviceArn, NOON + MINUTE)));
		expect(after).toBeGreaterThan(22);
		expect(after).toBeLessThan(28);
	});

	test('never pass 100 percent, however much is asked', () => {
		const { records, service, load, minutes } = trackedService();
		load(100_000);
		minutes(2);
		expect(cpu(records.metrics, service.serviceArn, NOON + MINUTE)?.maximum).toBe(100);
	});

	test('go back three hours and no further', () => {
		const { records, service, minutes } = trackedService();
		const oldest = () => Math.min(...(records.metrics.get(service.serviceArn)?.keys() ?? []));
		expect(oldest() * MINUTE).toBe(NOON - 180 * MINUTE);
		minutes(30);
		expect(oldest() * MINUTE).toBe(NOON - 150 * MINUTE);
	});

	test('have a gap while no task runs', () => {
		const { world, records, service, minutes } = trackedService();
		for (const arn of service.taskArns) the(world.tasks.get(arn)).lastStatus = 'PENDING';
		minutes(1);
		expect(cpu(records.metrics, service.serviceArn, NOON)).toBeUndefined();
	});
});
