import { expect, test } from 'vitest';
import { behaviourOf, wellBehaved, type Behaviour } from '../../../src/drydock/world/behaviour.ts';

const slow: Behaviour = { ...wellBehaved, startSeconds: 90 };
const broken: Behaviour = { ...wellBehaved, listensOn: 8081 };
const behaviours = new Map([
	['checkout', slow],
	['checkout:43', broken],
]);
const registry = '111122223333.dkr.ecr.ap-northeast-1.amazonaws.com';

test('a tag goes before its repository, and the repository before the well-behaved default', () => {
	expect(behaviourOf(behaviours, `${registry}/checkout:43`)).toBe(broken);
	expect(behaviourOf(behaviours, `${registry}/checkout:42`)).toBe(slow);
	expect(behaviourOf(behaviours, `${registry}/checkout@sha256:abc`)).toBe(slow);
	expect(behaviourOf(behaviours, 'localhost:5000/cart:1')).toBe(wellBehaved);
});
