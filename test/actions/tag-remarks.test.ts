import { expect, test } from 'vitest';
import type { ImageSight } from '../../src/actions/deploy/image-sight.ts';
import { resolvedAnew, sameImages } from '../../src/actions/tag-remarks.ts';

const DIGEST = `sha256:${'ab'.repeat(32)}`;
const containers = [
	{ name: 'app', image: 'reg/app:v7' },
	{ name: 'agent', image: 'agent:2026-11-21.1' },
	{ name: 'proxy', image: `envoy@${DIGEST}` },
	{ name: 'odd', image: 'no image' },
];

test('a forced deployment looks tags up anew, and digests not', () => {
	expect(resolvedAnew(containers)).toEqual([
		{ level: 'warning', text: 'app runs what its tag "v7" points to by then: it may be another image than now' },
		{ level: 'info', text: 'agent runs what its tag "2026-11-21.1" points to by then' },
	]);
});

test('going back to a revision is not going back to its images, where only tags name them', () => {
	const ran = [{ containerName: 'app', image: 'reg/app:v7', digest: DIGEST }];
	expect(sameImages(containers, ran, new Map())).toEqual([
		{
			level: 'warning',
			text: 'app: the tag "v7" may point to another image now than the image that ran (sha256:abababababab…)',
		},
		{ level: 'unknown', text: 'agent: whether the tag "2026-11-21.1" still points to the image that ran' },
	]);
});

test.each([
	[DIGEST, 'good', 'still points to the image that ran'],
	[DIGEST.replace('ab', 'cd'), 'warning', 'points to another image now than the image that ran'],
])('where ECR says what a tag points to, %s is %s', (digest, level, words) => {
	const ran = [{ containerName: 'app', image: 'reg/app:v7', digest: DIGEST }];
	const sight: ImageSight = { found: { digest, tags: ['v7'] }, platforms: { value: [] } };
	expect(sameImages(containers.slice(0, 1), ran, new Map([['reg/app:v7', sight]]))).toEqual([
		{ level, text: `app: the tag "v7" ${words} (sha256:abababababab…)` },
	]);
});
