import { describe, expect, test } from 'vitest';
import type { Place } from '../../src/diagnosis/finding.ts';
import { serviceArn } from '../fixtures/shop.ts';
import { openLogAt, openPlace } from '../../src/views/open-place.ts';
import { NOW, SERVICE_ARN, TASK_ARN } from '../fixtures/checkout.ts';
import { viewContext } from './view-context.ts';

const opened = (place: Place, arn = SERVICE_ARN) => {
	const context = viewContext();
	openPlace(context, arn, place);
	return context.actions;
};

describe('a place', () => {
	test.each([
		[{ kind: 'deployments' }, 'deployments'],
		[{ kind: 'autoscaling' }, 'autoscaling'],
		[{ kind: 'task-definition' }, 'task-definition'],
		[{ kind: 'metric', metric: 'cpu', at: NOW }, 'metrics'],
		[{ kind: 'task', taskArn: TASK_ARN }, 'task'],
		[{ kind: 'event', id: 'e1' }, 'events'],
		[{ kind: 'log', taskArn: TASK_ARN, at: NOW }, 'logs'],
	] as const)('%j opens %s', (place, screen) => {
		expect(opened(place).at(-1)).toEqual({ type: 'open', screen });
	});

	test('of another service selects that one first', () => {
		expect(opened({ kind: 'deployments' }, serviceArn('cart'))[0]).toEqual({
			type: 'select-service',
			serviceArn: serviceArn('cart'),
		});
	});

	test('that is an event puts the cursor on it', () => {
		expect(opened({ kind: 'event', id: 'e1' })[0]).toEqual({ type: 'cursor', pane: 'events', cursor: 'event e1' });
	});
});

test('a log is opened at its second, with a little of what came after', () => {
	const context = viewContext();
	openLogAt(context, NOW - 60_000);
	expect(context.actions[0]).toMatchObject({
		type: 'logs',
		logs: { bottom: { timestamp: NOW - 55_000 }, oneTask: false },
	});
});
