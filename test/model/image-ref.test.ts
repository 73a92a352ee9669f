import { expect, test } from 'vitest';
import { imageText, isSameRepository, looksMutable, parseImageRef } from '../../src/model/image-ref.ts';

const SHA = `sha256:${'0123456789abcdef'.repeat(4)}`;
const ECR = '121212345678.dkr.ecr.us-east-1.amazonaws.com';

test.each([
	['mariadb', 'mariadb:latest'],
	['mariadb:1.2.3', 'mariadb:1.2.3'],
	[`mariadb@${SHA}`, `mariadb@${SHA}`],
	['repo/image', 'repo/image:latest'],
	['repo/multi/level/image:v1.2.3', 'repo/multi/level/image:v1.2.3'],
	['docker.domain.com/repo/image', 'docker.domain.com/repo/image:latest'],
	['docker.domain.com:8080/repo/multi/level/image', 'docker.domain.com:8080/repo/multi/level/image:latest'],
	[`docker.domain.com:8080/repo/image@${SHA}`, `docker.domain.com:8080/repo/image@${SHA}`],
	[`${ECR}/acct/repo`, `${ECR}/acct/repo:latest`],
	['121212345678.dkr.ecr.cn-north-1.amazonaws.com.cn/x:1', '121212345678.dkr.ecr.cn-north-1.amazonaws.com.cn/x:1'],
	['something:tag_123', 'something:tag_123'],
	['a_b', 'a_b:latest'],
	['a_b:1', 'a_b:1'],
	['my.image:1', 'my.image:1'],
	['reg_name/img:1', 'reg_name/img:1'],
	[`repo/img:v1@${SHA}`, `repo/img:v1@${SHA}`],
	['localhost:5000/img', 'localhost:5000/img:latest'],
	['registry:5000/img:2', 'registry:5000/img:2'],
	['public.ecr.aws/nginx/nginx:stable-alpine', 'public.ecr.aws/nginx/nginx:stable-alpine'],
])('%s is %s', (text, whole) => {
	const ref = parseImageRef(text);
	expect(ref && imageText(ref)).toBe(whole);
});

test.each([
	'',
	'/something',
	'domain.com:abc/repo/image',
	'_something:tag123',
	'mariadb.',
	'mariadb:',
	'repo/img:',
	'repo//img:1',
	'host:80:1',
	' mariadb',
	'mariadb ',
	'repo/.hid:1',
	'REPO/Img:V1',
	'repo/img@sha256:1234567890abcdef',
	`repo/img@sha512:${'0'.repeat(128)}`,
	'repo/img:.dot',
	`repo/img:${'x'.repeat(129)}`,
])('%j is no image', (text) => {
	expect(parseImageRef(text)).toBeUndefined();
});

test('a host with a port is told from a repository with a tag', () => {
	expect(parseImageRef('host:5000/app')).toEqual({ registry: 'host:5000', repository: 'app', tag: 'latest' });
	expect(parseImageRef('app:5000')).toEqual({ repository: 'app', tag: '5000' });
});

test.each([
	[`${ECR}/app:1`, `${ECR}/app:2`, true],
	['redis:1', 'foo-redis:1', false],
	['other.host/reg/app:1', 'reg/app:1', false],
	['reg/app:1', 'reg/app-two:1', false],
	['aXb.com/x:1', 'a.b.com/x:1', false],
	['111122223333.dkr.ecr.us-east-1.amazonaws.com/x', '444455556666.dkr.ecr.us-east-1.amazonaws.com/x', false],
])('%s and %s come from one repository: %s', (one, other, same) => {
	const [first, second] = [parseImageRef(one), parseImageRef(other)];
	if (!first || !second) throw new Error('these are images');
	expect(isSameRepository(first, second)).toBe(same);
});

test.each(['latest', 'main', 'prod', 'stable', 'v7', '1.27', '3.12-slim', 'stable-alpine'])(
	'the tag %s looks as if it moved',
	(tag) => {
		expect(looksMutable(tag)).toBe(true);
	},
);

test.each(['42', '1.27.3', 'v1.2.3', '2026-11-21.1', '9f3c1d2', 'sha-9f3c1d2', 'main-42'])(
	'the tag %s looks as if it stayed',
	(tag) => {
		expect(looksMutable(tag)).toBe(false);
	},
);
