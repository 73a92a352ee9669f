import { describe, expect, test } from 'vitest';
import type { DeploySnapshot } from '../../../src/actions/deploy/deploy-snapshot.ts';
import { imageRemarks } from '../../../src/actions/deploy/image-remarks.ts';
import type { ImageSight } from '../../../src/actions/deploy/image-sight.ts';
import type { RepositoryImage } from '../../../src/model/image-repository.ts';
import { failing } from '../../store/fake-aws.ts';
import { ARN, aSnapshot } from './a-snapshot.ts';

const ECR = '999988887777.dkr.ecr.us-east-1.amazonaws.com';
const NOW = `${ECR}/app:1`;
const NEW = `${ECR}/app:2`;

const image = (changes: Partial<RepositoryImage> = {}): RepositoryImage => ({
	digest: 'sha256:new',
	tags: ['2'],
	sizeInBytes: 212_345_678,
	...changes,
});

const found = (changes: Partial<RepositoryImage> = {}, platforms: readonly string[] = ['linux/amd64']): ImageSight => ({
	found: image(changes),
	platforms: { value: platforms },
});

/** What is said when checkout, which runs NOW in its container app, is to run `after`. */
function said(after: string, sight?: ImageSight, more: Partial<DeploySnapshot> = {}, members: object = {}) {
	const snapshot = { ...aSnapshot({ app: NOW }, {}, members), ...more };
	const { document } = after === NOW ? snapshot.base : aSnapshot({ app: after }, {}, members).base;
	const images = new Map(sight ? [[after, sight]] : []);
	return imageRemarks({ ...snapshot, images }, document).map(({ level, text }) => `${level}: ${text}`);
}

/** The present revision was rolled out when its tag stood for this. */
const running = (digest: string): Partial<DeploySnapshot> => ({
	history: {
		value: [
			{
				serviceDeploymentArn: 'arn:1',
				serviceArn: 'arn:2',
				status: 'SUCCESSFUL',
				targetTaskDefinition: ARN(43),
				sourceTaskDefinitions: [],
				targetImages: [{ containerName: 'app', image: 'app:1', digest }],
			},
		],
	},
});

describe('an image that takes the place of another', () => {
	test.each<readonly [string, ImageSight, string]>([
		['its platform and size', found(), 'good: the image of app exists (linux/amd64, 212 MB)'],
		[
			'all its platforms',
			found({}, ['linux/amd64', 'linux/arm64']),
			'good: the image of app exists (linux/amd64, linux/arm64, 212 MB)',
		],
		[
			'no platform that nobody told',
			found({ sizeInBytes: 1_400_000_000 }, []),
			'good: the image of app exists (1.4 GB)',
		],
		[
			'nothing but that',
			{ found: { digest: 'sha256:1', tags: [] }, platforms: { value: [] } },
			'good: the image of app exists',
		],
	])('exists, with %s', (_, sight, words) => {
		expect(said(NEW, sight)).toEqual([words]);
	});

	test('is missing, and the newest tags are named', () => {
		expect(said(NEW, { missing: 'image', newest: ['1', '0'] })).toEqual([
			'warning: app has no tag 2: app will not start; the newest are 1, 0',
		]);
		expect(said(NEW, { missing: 'image', newest: [] })).toEqual(['warning: app has no tag 2: app will not start']);
	});

	test('is missing by its digest', () => {
		expect(said(`${ECR}/app@sha256:${'0'.repeat(64)}`, { missing: 'image', newest: [] })).toEqual([
			'warning: app has no image of this digest: app will not start',
		]);
	});

	test('comes from a repository that is not there', () => {
		expect(said(`${ECR}/typo:2`, { missing: 'repository' })).toEqual([
			'warning: there is no repository typo in the registry of 999988887777 in us-east-1: app will not start',
		]);
	});

	test('may not be looked at', () => {
		const { failure } = failing('denied', { service: 'ecr', operation: 'DescribeImages' });
		expect(said(NEW, { failure })).toEqual(['unknown: image of app: no permission to look (ecr:DescribeImages)']);
	});

	test('exists, and its platforms may not be looked at', () => {
		const { failure } = failing('denied', { service: 'ecr', operation: 'BatchGetImage' });
		expect(said(NEW, { found: image(), platforms: { failure } })).toEqual([
			'good: the image of app exists (212 MB)',
			'unknown: platforms of the image of app: no permission to look (ecr:BatchGetImage)',
		]);
	});

	test('is in a registry that cannot be asked, or in the public gallery', () => {
		expect(said('ghcr.io/shop/app:2')).toEqual(['unknown: image of app: ghcr.io is not asked whether it is there']);
		expect(said('nginx:2')).toEqual(['unknown: image of app: Docker Hub is not asked whether it is there']);
		expect(said('public.ecr.aws/nginx/nginx:2')).toEqual([]);
	});

	test('is the one that runs already, under another tag', () => {
		expect(said(NEW, found(), running('sha256:new'))).toContain(
			'info: the tag 2 points to the image that app runs already',
		);
		expect(said(NEW, found(), running('sha256:old'))).toEqual(['good: the image of app exists (linux/amd64, 212 MB)']);
	});
});

describe('the platform of an image', () => {
	const ARM = { runtimePlatform: { cpuArchitecture: 'ARM64', operatingSystemFamily: 'LINUX' } };
	const WINDOWS = { runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' } };
	const EC2 = { requiresCompatibilities: ['EC2'] };

	test.each([
		['linux/amd64 on Fargate by default', {}, 'linux/arm64', 'linux/amd64'],
		['what the task says', ARM, 'linux/amd64', 'linux/arm64'],
		['Windows', WINDOWS, 'linux/amd64', 'windows/amd64'],
	])('has to be %s', (_, members, is, wanted) => {
		expect(said(NEW, found({}, [is]), {}, members)).toEqual([
			`warning: the image of app is for ${is}, and the task is ${wanted}: it will not start`,
		]);
		expect(said(NEW, found({}, [wanted]), {}, members)).toEqual([`good: the image of app exists (${wanted}, 212 MB)`]);
	});

	test('is that of the instances where the task does not say', () => {
		expect(said(NEW, found({}, ['linux/arm64']), {}, EC2)).toEqual([
			'good: the image of app exists (linux/arm64, 212 MB)',
		]);
	});
});

describe('an image that stays', () => {
	test('is only spoken of when something is wrong with it', () => {
		const { failure } = failing('denied', { service: 'ecr', operation: 'DescribeImages' });
		expect(said(NOW, found({ digest: 'sha256:same' }))).toEqual([]);
		expect(said(NOW, { failure })).toEqual([]);
		expect(said(NOW, { missing: 'image', newest: [] })).toEqual(['warning: app has no tag 1: app will not start']);
	});

	test('is the same when only the tasks are started anew', () => {
		expect(said(NOW, found({ digest: 'sha256:same' }), running('sha256:same'))).toEqual([
			'info: the tag 1 points to the image that app runs already',
		]);
	});

	test('is another one when its tag was moved, which a change of something else brings along', () => {
		const words = 'the tag 1 points to another image now than the one that app runs: it comes along';
		expect(said(NOW, found({ digest: 'sha256:moved' }), running('sha256:old'))).toEqual([`info: ${words}`]);
		const snapshot = { ...aSnapshot({ app: NOW }), ...running('sha256:old'), images: new Map([[NOW, found()]]) };
		const { document } = aSnapshot({ app: NOW }, {}, { memory: '2048' }).base;
		expect(imageRemarks(snapshot, document)).toEqual([{ level: 'warning', text: words }]);
	});

	test('is not compared where a digest pins it, or where nobody knows what runs', () => {
		const pinned = `${ECR}/app@sha256:${'0'.repeat(64)}`;
		const snapshot = { ...aSnapshot({ app: pinned }), ...running('sha256:old'), images: new Map([[pinned, found()]]) };
		expect(imageRemarks(snapshot, snapshot.base.document)).toEqual([]);
		expect(said(NOW, found(), { history: { value: [] } })).toEqual([]);
	});
});
