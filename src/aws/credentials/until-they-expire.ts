import type { AwsCredentialIdentity, AwsCredentialIdentityProvider } from '@smithy/types';

/** As the SDK's own chain has it: renewed five minutes before the end. */
const EARLY_MS = 300_000;

/** Loads once for all who ask, and anew when the time of what was loaded is nearly over, or nothing came of it. */
export function untilTheyExpire(load: AwsCredentialIdentityProvider): AwsCredentialIdentityProvider {
	let held: AwsCredentialIdentity | undefined;
	let loading: Promise<AwsCredentialIdentity> | undefined;
	return async (given) => {
		if (held && (held.expiration?.getTime() ?? Number.POSITIVE_INFINITY) - Date.now() > EARLY_MS) return held;
		loading ??= load(given).finally(() => (loading = undefined));
		held = await loading;
		return held;
	};
}
