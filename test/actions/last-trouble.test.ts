import { expect, test } from 'vitest';
import { lastTrouble } from '../../src/actions/last-trouble.ts';
import { aService } from '../fixtures/a-service.ts';

const at = (minute: number, message: string) => ({ id: `${minute}`, createdAt: minute * 60_000, message });
const UNPLACED = '(service cart) was unable to place a task because no container instance met all of its requirements.';
const STARTED = '(service cart) has started 1 tasks: (task 1a2b).';

test('trouble since the change is told', () => {
	const events = [at(12, '(service cart) registered 1 targets'), at(11, UNPLACED), at(10, STARTED)];
	expect(lastTrouble(aService('cart', { events }), 600_000)).toEqual([`ECS says: ${UNPLACED}`]);
});

test('older trouble is told with its time, when nothing has got on since', () => {
	const events = [at(8, '(service cart) deregistered 1 targets'), at(5, UNPLACED), at(4, STARTED)];
	expect(lastTrouble(aService('cart', { events }), 600_000)).toEqual([
		`ECS says since 1970-01-01T00:05:00.000Z: ${UNPLACED}`,
	]);
});

test('trouble that is over is not', () => {
	const events = [at(6, STARTED), at(5, UNPLACED)];
	expect(lastTrouble(aService('cart', { events }), 600_000)).toEqual([]);
	expect(lastTrouble(undefined, 0)).toEqual([]);
});
