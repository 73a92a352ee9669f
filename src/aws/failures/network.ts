import { knowsProxies, proxyIn } from '../proxy.ts';

/** What to look at when AWS is out of reach, without a full stop: network, VPN, and the proxy there is or may be. */
export function network(
	env: Readonly<Record<string, string | undefined>> = process.env,
	node: string = process.versions.node,
): string {
	if (proxyIn(env, 'HTTPS_PROXY') === undefined) return 'Check the network and VPN (HTTPS_PROXY is not set)';
	return knowsProxies(node)
		? 'Check network, VPN and the proxy that HTTPS_PROXY names'
		: `Check the network and VPN (Node ${node} does not use HTTPS_PROXY: that takes 22.21, 24.5 or newer)`;
}
