type Environment = Readonly<Record<string, string | undefined>>;

/** What the agents of Node take; undefined values are the same as none. */
type ProxyEnv = { readonly HTTP_PROXY?: string; readonly HTTPS_PROXY?: string; readonly NO_PROXY: string };

/** What is on this machine is never behind a proxy, and drydock is. */
const HERE = ['localhost', '127.0.0.1', '[::1]'];

/** The proxy settings of the environment for Node's agents; small letters win, as with curl and the AWS CLI. */
export function proxyEnv(env: Environment): ProxyEnv {
	const http = proxyIn(env, 'HTTP_PROXY');
	const https = proxyIn(env, 'HTTPS_PROXY');
	const besides = env['no_proxy'] || env['NO_PROXY'];
	return {
		...(http === undefined ? {} : { HTTP_PROXY: http }),
		...(https === undefined ? {} : { HTTPS_PROXY: https }),
		NO_PROXY: [...(besides ? [besides] : []), ...HERE].join(','),
	};
}

/** The address of a proxy; without a scheme it is one of plain HTTP. */
export function proxyIn(env: Environment, name: 'HTTP_PROXY' | 'HTTPS_PROXY'): string | undefined {
	const value = env[name.toLowerCase()] || env[name];
	if (!value) return undefined;
	return value.includes('://') ? value : `http://${value}`;
}

/** Whether the agents of this Node know proxies (Node's documentation, `http.Agent`: since 24.5 and 22.21). */
export function knowsProxies(node: string): boolean {
	const [major = 0, minor = 0] = node.split('.').map(Number);
	return major > 24 || (major === 24 && minor >= 5) || (major === 22 && minor >= 21);
}
