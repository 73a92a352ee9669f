import { expect, test } from 'vitest';
import { createDrydock } from '../../../src/drydock/drydock.ts';
import { pullErrorOf } from '../../../src/drydock/world/registry.ts';

const { world } = createDrydock({ scenario: 'bad-image', seed: 1, startAt: 0, now: () => 0 });
const definition = [...world.taskDefinitions.values()].find(({ family }) => family === 'cart');
const registry = '111122223333.dkr.ecr.ap-northeast-1.amazonaws.com';

test.each([
	['any tag', `${registry}/cart:v2`, undefined],
	['a digest', `${registry}/cart@sha256:${'0'.repeat(64)}`, undefined],
	['another registry', 'public.ecr.aws/nginx/nginx:stable', undefined],
	['a repository that is not here', `${registry}/other:1`, undefined],
	[
		'a tag that is missing',
		`${registry}/checkout:44`,
		`CannotPullContainerError: pull image manifest has been retried 7 time(s): failed to resolve ref ${registry}/checkout:44: ${registry}/checkout:44: not found`,
	],
	[
		'an image for another architecture',
		`${registry}/cart:89`,
		"CannotPullContainerError: image Manifest does not contain descriptor matching platform 'linux/amd64'",
	],
])('%s is pulled, or fails as on AWS', (_, image, error) => {
	if (!definition) throw new Error('there is no cart');
	expect(pullErrorOf(world, definition, image)).toBe(error);
});
