import type { Turn } from './call-budget.ts';

/** One service in one region. The SDK client behind it loads with the first call. */
export type Connection<Client> = {
	/**
	 * Sends one call: waits for its turn in the call budget, then gives it the time limit. Throws `AwsCallError` only.
	 *
	 * @param operation AWS's name of it, for the budget and for messages.
	 * @param send hands the call to the SDK, with the options given.
	 */
	call<Output>(
		operation: string,
		send: (client: Client, options: CallOptions) => Promise<Output>,
		signal?: AbortSignal,
		turn?: Turn,
	): Promise<Output>;
};

/** What every SDK call gets: it ends when nobody waits any more, or when it has taken too long. */
type CallOptions = { readonly abortSignal: AbortSignal };
