import { expect, test } from 'vitest';
import { EMPTY_PICTURE, type Picture } from '../../../src/store/picture.ts';
import { stoppedTasksReading } from '../../../src/store/readings/stopped-tasks.ts';
import { aReadingContext } from '../a-reading-context.ts';
import { fakeAws } from '../fake-aws.ts';
import { aTask } from '../../fixtures/a-service.ts';
import { PROD } from '../../fixtures/shop.ts';

test('remembers the five thousand tasks of a cluster that stopped last, two hundred of each service', async () => {
	let picture: Picture = EMPTY_PICTURE;
	let first = 0;
	const stopped = (count: number) =>
		Array.from({ length: count }, (_, index) => {
			const at = first + index;
			return aTask(`s${at % 40}`, `t${at}`, { lastStatus: 'STOPPED', stoppedAt: at });
		});
	const context = aReadingContext(() => picture, { aws: fakeAws({ tasks: async () => stopped(4_000) }) });
	for (first = 0; first < 12_000; first += 4_000) {
		const { read } = stoppedTasksReading(context, PROD);
		await read(AbortSignal.timeout(10_000), (change) => void (picture = change(picture)), false);
	}
	const groups = Object.values(picture.stoppedTasks[PROD]?.value ?? {});
	const held = groups.flatMap((group) => Object.values(group));
	expect(held).toHaveLength(5_000);
	expect(Math.min(...held.map(({ stoppedAt = 0 }) => stoppedAt))).toBe(7_000);
});
