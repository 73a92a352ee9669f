import type { AwsCredentialIdentityProvider, Logger } from '@smithy/types';

import { environmentProfile } from './profiles.ts';

/** The SDK's warnings go to the terminal otherwise, in the middle of the screen. */
const SILENT: Logger = { debug() {}, info() {}, warn() {}, error() {} };

/**
 * Credentials as the AWS CLI finds them: environment, shared config (SSO, assume-role, credential process), web
 * identity, container and instance roles. One provider serves all clients, so they are resolved once and renewed
 * shortly before they expire. Nothing is loaded before the first call, and then from the files as they are.
 */
export function sharedCredentials(named: string | undefined): AwsCredentialIdentityProvider {
	let chain: Promise<AwsCredentialIdentityProvider> | undefined;
	const load = async () => {
		const profile = named ?? environmentProfile();
		const { fromNodeProviderChain } = await import('@aws-sdk/credential-providers');
		return fromNodeProviderChain({ logger: SILENT, ignoreCache: true, ...(profile ? { profile } : {}) });
	};
	return async (properties) => (await (chain ??= load()))(properties);
}
