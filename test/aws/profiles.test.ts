import { expect, test } from 'vitest';
import { environmentProfile, profilesIn, regionIn } from '../../src/aws/profiles.ts';

const files = {
	configFile: {
		shop: { region: 'eu-west-1', sso_session: 'corp', sso_account_id: '123456789012', sso_role_name: 'OnCall' },
		audit: { role_arn: 'arn:aws:iam::123456789012:role/audit', region: 'us-east-1' },
		default: { region: 'ap-northeast-1' },
		'sso-session.corp': { sso_region: 'eu-west-1' },
		'services.dock': { 'ecs.endpoint_url': 'http://127.0.0.1:4566' },
	},
	credentialsFile: { ci: { aws_access_key_id: 'AKIAEXAMPLE' } },
};

test('profiles come from both files, without the sections that are none', () => {
	expect(profilesIn(files)).toEqual(['default', 'audit', 'ci', 'shop']);
});

test('no files mean no profiles', () => {
	expect(profilesIn({ configFile: {}, credentialsFile: {} })).toEqual([]);
});

test.each([
	['AWS_REGION first', { AWS_REGION: 'eu-north-1', AWS_DEFAULT_REGION: 'eu-south-1' }, 'shop', 'eu-north-1'],
	['then AWS_DEFAULT_REGION', { AWS_DEFAULT_REGION: 'eu-south-1' }, 'shop', 'eu-south-1'],
	['then the named profile', {}, 'shop', 'eu-west-1'],
	['then the profile of the environment', { AWS_PROFILE: 'audit' }, undefined, 'us-east-1'],
	['as the AWS CLI has it', { AWS_DEFAULT_PROFILE: 'audit' }, undefined, 'us-east-1'],
	['then the default profile', {}, undefined, 'ap-northeast-1'],
	['else none', {}, 'ci', undefined],
])('the default region: %s', (_, env, profile, region) => {
	expect(regionIn(files, env, profile)).toBe(region);
});

test('the environment names a profile in two ways', () => {
	expect(environmentProfile({ AWS_PROFILE: 'shop', AWS_DEFAULT_PROFILE: 'audit' })).toBe('shop');
	expect(environmentProfile({ AWS_DEFAULT_PROFILE: 'audit' })).toBe('audit');
	expect(environmentProfile({})).toBeUndefined();
});
