import { expect, test } from 'vitest';
import { configuredEndpoint } from '../../src/aws/endpoint.ts';

const files = {
	configFile: {
		default: {},
		local: { services: 'dock', endpoint_url: 'http://profile' },
		'services.dock': { 'elastic_load_balancing_v2.endpoint_url': 'http://section' },
	},
	credentialsFile: {},
};
const ELB = 'Elastic Load Balancing v2';

test.each([
	['nothing set', {}, 'default', undefined],
	[
		'the service’s variable before the general one',
		{ AWS_ENDPOINT_URL: 'http://all', AWS_ENDPOINT_URL_ELASTIC_LOAD_BALANCING_V2: 'http://elb' },
		'local',
		'http://elb',
	],
	['the environment before the config file', { AWS_ENDPOINT_URL: 'http://all' }, 'local', 'http://all'],
	['the services section before the profile', {}, 'local', 'http://section'],
	['an unknown profile', {}, 'nobody', undefined],
	['all ignored', { AWS_ENDPOINT_URL: 'http://all', AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true' }, 'local', undefined],
])('%s', (_, env, profile, endpoint) => {
	expect(configuredEndpoint(ELB, { env, files, profile })).toBe(endpoint);
});

test('services without an entry in the section take the profile’s endpoint', () => {
	expect(configuredEndpoint('ECS', { env: {}, files, profile: 'local' })).toBe('http://profile');
});
