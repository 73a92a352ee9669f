import { describe, expect, test } from 'vitest';
import { failureOf } from './failure-of.ts';
import { awsOver } from './aws-over.ts';

const REPOSITORY = { registryId: '999988887777', region: 'us-east-1', repositoryName: 'team/app' };

describe('the tagged images of a repository', () => {
	test('are read to the last page, and come newest first', async () => {
		const asked: unknown[] = [];
		const { aws, wire } = awsOver({
			ecr: {
				DescribeImages: (input: { nextToken?: string }) => {
					asked.push(input);
					return input.nextToken
						? { imageDetails: [{ imageDigest: 'sha256:2', imageTags: ['new'], imagePushedAt: new Date(2_000) }] }
						: {
								imageDetails: [{ imageDigest: 'sha256:1', imageTags: ['old', 'v1'], imagePushedAt: new Date(1_000) }],
								nextToken: 'x',
							};
				},
			},
		});
		expect(await aws.taggedImages(REPOSITORY)).toEqual([
			{ digest: 'sha256:2', tags: ['new'], pushedAt: 2_000 },
			{ digest: 'sha256:1', tags: ['old', 'v1'], pushedAt: 1_000 },
		]);
		expect(asked[0]).toEqual({
			registryId: '999988887777',
			repositoryName: 'team/app',
			filter: { tagStatus: 'TAGGED' },
			maxResults: 1000,
		});
		expect(wire.log.calls.map(({ region }) => region)).toEqual(['us-east-1', 'us-east-1']);
	});
});

describe('one image', () => {
	const image = {
		imageDigest: 'sha256:1',
		imageTags: ['v1\u001b[31m'],
		imageSizeInBytes: 212_000_000,
		imageManifestMediaType: 'application/vnd.oci.image.index.v1+json',
	};

	test.each([
		['by its tag', { tag: 'v1' }, { imageTag: 'v1' }],
		['by its digest', { digest: 'sha256:1' }, { imageDigest: 'sha256:1' }],
	])('is asked for %s, and its texts are clean', async (_, id, imageId) => {
		let asked: unknown;
		const { aws } = awsOver({
			ecr: { DescribeImages: ({ imageIds }: { imageIds: unknown }) => ((asked = imageIds), { imageDetails: [image] }) },
		});
		const { tags, ...rest } = await aws.image(REPOSITORY, id);
		expect(asked).toEqual([imageId]);
		expect(rest).toEqual({ digest: 'sha256:1', sizeInBytes: 212_000_000, mediaType: image.imageManifestMediaType });
		expect(tags.join('')).not.toContain('\u001b');
	});

	test('that is not there fails as not found', async () => {
		const { AwsFault } = await import('../../src/drydock/wire/handler.ts');
		const gone = new AwsFault('ImageNotFoundException', 'The image does not exist.');
		const { aws } = awsOver({ ecr: { DescribeImages: () => Promise.reject(gone) } });
		expect(await failureOf(aws.image(REPOSITORY, { tag: 'v1' }))).toMatchObject({ kind: 'not-found', service: 'ecr' });
	});
});

describe('the platforms of an image', () => {
	const platformsOf = (imageManifest: string) =>
		awsOver({ ecr: { BatchGetImage: () => ({ images: [{ imageManifest }] }) } }).aws.imagePlatforms(REPOSITORY, {
			tag: 'v1',
		});

	test('are those of its index, without attestations', async () => {
		const manifests = [
			{ platform: { os: 'linux', architecture: 'amd64' } },
			{ platform: { os: 'linux', architecture: 'arm64', variant: 'v8' } },
			{ platform: { os: 'unknown', architecture: 'unknown' } },
		];
		expect(await platformsOf(JSON.stringify({ manifests }))).toEqual(['linux/amd64', 'linux/arm64']);
	});

	test.each([
		['a manifest of one image', JSON.stringify({ config: { digest: 'sha256:2' } })],
		['an index that names none', JSON.stringify({ manifests: [{}, null, { platform: { os: 1 } }] })],
		['what is no JSON', 'oops'],
	])('are not told by %s', async (_, manifest) => {
		expect(await platformsOf(manifest)).toEqual([]);
	});
});
