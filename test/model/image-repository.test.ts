import { describe, expect, test } from 'vitest';
import { parseImageRef } from '../../src/model/image-ref.ts';
import { repositoryOf, tellsPlatforms } from '../../src/model/image-repository.ts';

const of = (image: string) => repositoryOf(parseImageRef(image) ?? { repository: image });

describe('the repository of an image', () => {
	test.each([
		['111122223333.dkr.ecr.ap-northeast-1.amazonaws.com/team/app:1', '111122223333', 'ap-northeast-1', 'team/app'],
		['999988887777.dkr.ecr.us-east-1.amazonaws.com/app', '999988887777', 'us-east-1', 'app'],
		['999988887777.dkr.ecr-fips.us-gov-west-1.amazonaws.com/app:1', '999988887777', 'us-gov-west-1', 'app'],
		['999988887777.dkr.ecr.cn-north-1.amazonaws.com.cn/app:1', '999988887777', 'cn-north-1', 'app'],
		['999988887777.dkr-ecr.eu-west-1.on.aws/app:1', '999988887777', 'eu-west-1', 'app'],
	])('%s is in the registry that its host names', (image, registryId, region, repositoryName) => {
		expect(of(image)).toEqual({ registryId, region, repositoryName });
	});

	test.each([
		'nginx:1',
		'public.ecr.aws/nginx/nginx:stable',
		'ghcr.io/shop/app:1',
		'dkr.ecr.us-east-1.amazonaws.com/app:1',
	])('%s is in no private registry of ECR', (image) => expect(of(image)).toBeUndefined());
});

test('an index tells platforms, a manifest does not', () => {
	const image = (mediaType: string) => ({ digest: 'sha256:1', tags: [], mediaType });
	expect(tellsPlatforms(image('application/vnd.oci.image.index.v1+json'))).toBe(true);
	expect(tellsPlatforms(image('application/vnd.docker.distribution.manifest.list.v2+json'))).toBe(true);
	expect(tellsPlatforms(image('application/vnd.oci.image.manifest.v1+json'))).toBe(false);
	expect(tellsPlatforms({ digest: 'sha256:1', tags: [] })).toBe(false);
});
