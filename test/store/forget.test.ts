import { expect, test } from 'vitest';
import { forget } from '../../src/store/forget.ts';
import { EMPTY_PICTURE, type Picture } from '../../src/store/picture.ts';
import { aService } from '../fixtures/a-service.ts';
import { PROD, serviceArn } from '../fixtures/shop.ts';

const clusterArn = (index: number) => PROD.replace(/prod$/u, `c${index}`);
const arnIn = (index: number) => serviceArn('web').replace('/prod/', `/c${index}/`);

/** So many clusters with a service each; the first was read longest ago. */
function visited(count: number): Picture {
	const each = <T>(entry: (index: number) => readonly [string, T]) =>
		Object.fromEntries(Array.from({ length: count }, (_, index) => entry(index)));
	const service = (index: number) => aService('web', { serviceArn: arnIn(index), clusterArn: clusterArn(index) });
	return {
		...EMPTY_PICTURE,
		services: each((index) => [clusterArn(index), { value: { [arnIn(index)]: service(index) }, readAt: index }]),
		serviceReadAt: each((index) => [arnIn(index), index]),
		tasks: each((index) => [arnIn(index), { value: {}, readAt: index }]),
		scaling: each((index) => [arnIn(index), { value: null, readAt: index }]),
	};
}

test('keeps what is watched, and the ten clusters that were left last', () => {
	const picture = forget(visited(15), new Set([clusterArn(0)]));
	const kept = [0, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14];
	expect(Object.keys(picture.services)).toEqual(kept.map(clusterArn));
	expect(Object.keys(picture.scaling)).toEqual(kept.map(arnIn));
	expect(Object.keys(picture.tasks)).toEqual(kept.map(arnIn));
	expect(Object.keys(picture.serviceReadAt)).toEqual(kept.map(arnIn));
});

test('changes nothing while there is room', () => {
	const picture = visited(10);
	expect(forget(picture, new Set())).toBe(picture);
});

test.each(['taskDefinitions', 'lastLines'] as const)('keeps the two hundred %s that were read last', (table) => {
	const read = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`web:${index}`, { readAt: index }]));
	const kept = Object.keys(forget({ ...EMPTY_PICTURE, [table]: read }, new Set())[table]);
	expect(kept).toHaveLength(200);
	expect(kept).toContain('web:100');
});
