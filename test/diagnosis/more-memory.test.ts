import { expect, test } from 'vitest';
import { moreMemory } from '../../src/diagnosis/more-memory.ts';
import { checkout } from './checkout.ts';
import { definition } from './found.ts';

const [plain] = Object.values(definition(43, [{ name: 'app' }]));
const [limited] = Object.values(definition(43, [{ name: 'app', memory: 512 }]));
const step = { text: 'Give it more', binding: 'act.deploy' };

test('twice the memory, where Fargate has that size', () => {
	expect(moreMemory('Give it more', checkout(), plain && { ...plain, cpu: '256', memory: '512' })).toEqual({
		...step,
		command: 'deckwatch deploy checkout --memory 1024',
	});
});

test('no command where it would not do: the size is not offered, a container has its own limit, or nothing is known', () => {
	expect(moreMemory('Give it more', checkout(), plain && { ...plain, cpu: '256', memory: '2048' })).toEqual(step);
	expect(moreMemory('Give it more', checkout(), limited && { ...limited, cpu: '256', memory: '512' })).toEqual(step);
	expect(moreMemory('Give it more', checkout(), undefined)).toEqual(step);
});
