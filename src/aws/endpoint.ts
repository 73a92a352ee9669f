import type { SharedConfigFiles } from '@smithy/types';

/** Where an endpoint override may come from, besides an explicit one. */
export type EndpointSources = {
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly files: SharedConfigFiles;
	readonly profile: string;
};

/**
 * The endpoint that replaces AWS's own for one service, in the order of the AWS SDKs and Tools Reference Guide,
 * "Service-specific endpoints": AWS_ENDPOINT_URL_<SERVICE>, AWS_ENDPOINT_URL, the profile's `services` section, its
 * `endpoint_url`. Resolved here because the SDK looks at AWS_PROFILE only, and has to be told about host prefixes.
 *
 * @param serviceId as the SDK names it: `Elastic Load Balancing v2`.
 */
export function configuredEndpoint(serviceId: string, { env, files, profile }: EndpointSources): string | undefined {
	const config = files.configFile[profile] ?? {};
	const ignored = env['AWS_IGNORE_CONFIGURED_ENDPOINT_URLS'] ?? config['ignore_configured_endpoint_urls'];
	if (ignored?.toLowerCase() === 'true') return undefined;
	const name = serviceId.replaceAll(' ', '_');
	const services = files.configFile[`services.${config['services']}`];
	return (
		env[`AWS_ENDPOINT_URL_${name.toUpperCase()}`] ||
		env['AWS_ENDPOINT_URL'] ||
		services?.[`${name.toLowerCase()}.endpoint_url`] ||
		config['endpoint_url']
	);
}
