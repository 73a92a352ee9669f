import { expect, test } from 'vitest';
import { network } from '../../../src/aws/failures/network.ts';

test.each([
	[{}, '24.21.0', 'Check the network and VPN (HTTPS_PROXY is not set)'],
	[{ https_proxy: 'proxy:3128' }, '24.21.0', 'Check network, VPN and the proxy that HTTPS_PROXY names'],
	[
		{ HTTPS_PROXY: 'http://proxy:3128' },
		'22.12.0',
		'Check the network and VPN (Node 22.12.0 does not use HTTPS_PROXY: that takes 22.21, 24.5 or newer)',
	],
])('%o on Node %s', (env, node, words) => {
	expect(network(env, node)).toBe(words);
});
