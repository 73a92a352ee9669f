import { expect, test } from 'vitest';
import { shareCpu } from '../../../src/drydock/load/share-cpu.ts';

const shared = (size: number, ...wants: (readonly [wanted: number, shares: number])[]): number[] =>
	shareCpu(
		wants.map(([wanted, shares]) => ({ wanted, shares })),
		size,
	).map(Math.round);

test('everybody gets what they want while there is enough', () => {
	expect(shared(1024, [600, 0], [400, 10])).toEqual([600, 400]);
});

test('beyond that the shares decide, and what one leaves goes to the others', () => {
	expect(shared(1000, [2000, 300], [2000, 100])).toEqual([750, 250]);
	expect(shared(1000, [2000, 300], [100, 100], [2000, 100])).toEqual([675, 100, 225]);
});

test('a container without CPU units has two shares: next to nothing beside one that has some', () => {
	expect(shared(512, [120, 0], [1200, 256])).toEqual([4, 508]);
	expect(shared(512, [1200, 0], [1200, 0])).toEqual([256, 256]);
});

test('nobody gets anything of nothing, and nobody is nobody', () => {
	expect(shared(0, [10, 1])).toEqual([0]);
	expect(shared(1024)).toEqual([]);
});
