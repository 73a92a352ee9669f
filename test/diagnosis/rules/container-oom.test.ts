import { expect, test } from 'vitest';
import { MINUTE } from '../../fixtures/shop.ts';
import { ago, checkout } from '../checkout.ts';
import { advice, deaths, definition, found, texts } from '../found.ts';

/** The agent's own words (amazon-ecs-agent, OutOfMemoryError). */
const OOM = {
	containers: [
		{
			name: 'app',
			lastStatus: 'STOPPED',
			exitCode: 137,
			reason: 'OutOfMemoryError: Container killed due to memory usage',
		},
	],
};

test('names the container, its limit and what the metric says, and takes in the loop', () => {
	const memory = { startedAt: ago(3), periodMs: MINUTE, values: [71, 99.4, 88] };
	const all = found({
		service: checkout(),
		tasks: deaths([1, 4, 8], 90, OOM),
		taskDefinitions: definition(43, [{ name: 'app', memory: 512 }]),
		metrics: { cpu: { ...memory, values: [] }, memory },
	});
	const finding = all['container-oom'];
	expect(all).not.toHaveProperty('x-crash-loop');
	expect(finding).toMatchObject({
		severity: 'critical',
		sentence: 'app ran out of memory, limit 512 MiB; 3 tasks died of it in 15 min',
	});
	expect(texts(finding)[0]).toBe('memory of the service at 88 % on average, at most 99 % in 3 min');
	expect(advice(finding)).toContain('Give app more memory than 512 MiB, or find its leak');
});

test('once is a warning: it comes again', () => {
	expect(found({ service: checkout(), tasks: deaths([1], 90, OOM) })['container-oom']).toMatchObject({
		severity: 'warning',
		sentence: 'app ran out of memory; a task died of it in 15 min',
	});
});

test('one of several reasons is not what the loop comes from', () => {
	const tasks = [...deaths([1], 90, OOM), ...deaths([2, 3, 4], 10)];
	expect(Object.keys(found({ service: checkout(), tasks }))).toEqual(
		expect.arrayContaining(['x-crash-loop', 'container-oom']),
	);
});
