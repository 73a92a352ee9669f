import type { AwsFailureKind } from '../model/aws-failure.ts';
import { AwsCallError } from './aws-call-error.ts';
import type { AwsClients, AwsServiceName } from './aws-services.ts';
import type { Connection } from './connection.ts';
import type { CallInfo } from './failures/call-info.ts';
import { cancelled } from './failures/cancelled.ts';
import { toFailure } from './failures/to-failure.ts';
import { openClient, type OpenClient, type OpenClientOptions } from './open-client.ts';
import { withinTime } from './within-time.ts';

export type ConnectionsOptions = Omit<OpenClientOptions, 'credentials'> & {
	/** Makes a provider that knows nothing yet. */
	readonly credentials: () => OpenClientOptions['credentials'];
	/** For one call with its repeats, from the moment that it is its turn. */
	readonly timeLimitMs: number;
};

/** The SDK clients, one per service and region, made when first called. */
export type Connections = {
	to<Name extends AwsServiceName>(service: Name, region: string): Connection<AwsClients[Name]>;
	/** Ends the calls under way and lets go of the clients. */
	close(): void;
};

/** Clients that share what they know of the credentials. */
type Clients = {
	readonly credentials: OpenClientOptions['credentials'];
	readonly opened: Map<string, Promise<OpenClient<AwsClients[AwsServiceName]>>>;
};

/** Failures that are over when somebody has signed in. */
const CREDENTIALS: ReadonlySet<AwsFailureKind> = new Set(['no-credentials', 'expired-credentials']);

export function createConnections(options: ConnectionsOptions): Connections {
	const { budget, profile, timeLimitMs } = options;
	const closing = new AbortController();
	let clients = noClients();

	function noClients(): Clients {
		return { credentials: options.credentials(), opened: new Map() };
	}

	function open<Name extends AwsServiceName>(
		{ credentials, opened }: Clients,
		service: Name,
		region: string,
	): Promise<OpenClient<AwsClients[Name]>> {
		const key = `${service} ${region}`;
		const known = opened.get(key) as Promise<OpenClient<AwsClients[Name]>> | undefined;
		const client = known ?? openClient(service, region, { ...options, credentials });
		opened.set(key, client);
		return client;
	}

	return {
		to: (service, region) => ({
			async call(operation, send, signal, turn) {
				const given = signal ? AbortSignal.any([closing.signal, signal]) : closing.signal;
				let info: CallInfo = { service, operation, region, ...(profile ? { profile } : {}) };
				const mine = clients;
				try {
					const { client, endpoint } = await open(mine, service, region);
					if (endpoint) info = { ...info, endpoint };
					await budget.take(info, given, turn);
					return await withinTime(timeLimitMs, given, (abortSignal) => send(client, { abortSignal }));
				} catch (error) {
					if (error instanceof AwsCallError) throw error;
					const failure = given.aborted ? cancelled(info) : toFailure(error, info);
					// Keys without an expiry are kept by the SDK for ever: only new clients find those that were renewed.
					if (mine === clients && CREDENTIALS.has(failure.kind)) clients = noClients();
					throw new AwsCallError(failure, { cause: error });
				}
			},
		}),
		close() {
			closing.abort();
			for (const client of clients.opened.values())
				client.then(({ client }) => client.destroy()).catch(() => undefined);
		},
	};
}
