import { expect, test } from 'vitest';
import { tagChoices } from '../../../src/actions/deploy/tag-choices.ts';
import { failing, fakeAws } from '../../store/fake-aws.ts';
import { actingShop } from '../shop.ts';

const IMAGE = '111122223333.dkr.ecr.ap-northeast-1.amazonaws.com/checkout:42';

test('the tags of a repository come newest first, with what is known of them', async () => {
	const { aws } = actingShop('bad-image');
	const choices = await tagChoices(aws, IMAGE);
	if (!choices || 'failure' in choices) throw new Error('there are none');
	expect(choices.value.map(({ tag }) => tag)).toEqual(['43', '42', '41']);
	expect(choices.value[0]).toEqual({
		tag: '43',
		digest: expect.stringMatching(/^sha256:/u),
		pushedAt: expect.any(Number),
		sizeInBytes: 180_000_000,
	});
});

test('signatures and attestations are no tags for people', async () => {
	const digest = `sha256-${'0'.repeat(64)}`;
	const aws = fakeAws({
		taggedImages: async () => [{ digest: 'sha256:1', tags: [`${digest}.sig`, digest, 'v1', 'sha256-notes'] }],
	});
	expect(await tagChoices(aws, IMAGE)).toEqual({
		value: [
			{ tag: 'v1', digest: 'sha256:1' },
			{ tag: 'sha256-notes', digest: 'sha256:1' },
		],
	});
});

test('what cannot be read says why', async () => {
	const denied = failing('denied');
	const aws = fakeAws({ taggedImages: () => Promise.reject(denied) });
	expect(await tagChoices(aws, IMAGE)).toEqual({ failure: denied.failure });
});

test.each(['nginx:1', 'public.ecr.aws/nginx/nginx:1', 'no image at all'])(
	'%s is in no registry that can be asked',
	async (image) => {
		expect(await tagChoices(fakeAws(), image)).toBeUndefined();
	},
);
