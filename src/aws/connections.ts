import type { AwsFailure } from '../model/aws-failure.ts';
import type { Place } from '../model/context.ts';
import { AwsCallError } from './aws-call-error.ts';
import type { AwsClients, AwsServiceName } from './aws-services.ts';
import { refuseWhereReadOnly, type ContextRules } from './changes/context-guard.ts';
import type { Connection } from './connection.ts';
import type { CredentialsSource } from './credentials/credentials-source.ts';
import type { CallInfo } from './failures/call-info.ts';
import { cancelled } from './failures/cancelled.ts';
import { toFailure } from './failures/to-failure.ts';
import { unwrapped, whileSigningIn } from './failures/while-signing-in.ts';
import { MAX_ATTEMPTS, openClient, type OpenClient, type OpenClientOptions } from './open-client.ts';
import { withinTime } from './within-time.ts';

export type ConnectionsOptions = Omit<OpenClientOptions, 'credentials' | 'maxAttempts'> & {
	/** Makes a source that knows nothing yet; the signal ends what it has under way. */
	readonly credentials: (closing: AbortSignal) => CredentialsSource;
	/** It is a demo: no server of anybody's. */
	readonly demo?: boolean;
	/** For one call with its repeats, from the moment that it is its turn. */
	readonly timeLimitMs: number;
	/** Where contexts allow no change. */
	readonly rules?: ContextRules | undefined;
};

/** The SDK clients, one per service and region, made when first called. */
export type Connections = {
	/** For calls that read: a client that lets no other through. */
	to<Name extends AwsServiceName>(service: Name, region: string): Connection<AwsClients[Name]>;
	/**
	 * For calls that change something: each is sent once and never repeated, and gets more time to be answered.
	 * @param places what is changed: it is refused where a context is read-only
	 */
	toChange<Name extends AwsServiceName>(
		service: Name,
		region: string,
		places: readonly Place[],
	): Connection<AwsClients[Name]>;
	/** Ends the calls under way and lets go of the clients. */
	close(): void;
};

/** There are none yet: AWS was not asked. */
const NOT_FOUND: ReadonlySet<string> = new Set(['CredentialsProviderError', 'TokenProviderError']);

/** Clients that share what they know of the credentials. */
type Clients = {
	readonly credentials: CredentialsSource;
	/** When they were taken up, or last accepted by AWS, epoch ms. */
	goodAt: number;
	readonly opened: Map<string, Promise<OpenClient<AwsClients[AwsServiceName]>>>;
};

/** Whether a call may change something, how often it is sent, and how long its answer may take. */
type Manner = { readonly changes: boolean; readonly maxAttempts: number; readonly timeLimitMs: number };

/** A change whose answer does not come may have happened: it is worth a longer wait. */
const CHANGE_TIME_LIMIT_MS = 30_000;

/** Ms after which credentials that AWS refuses, and has not accepted anywhere since, are looked up anew. */
const REFUSED_FOR = 60_000;

export function createConnections(options: ConnectionsOptions): Connections {
	const { budget, profile, timeLimitMs, demo = false } = options;
	const closing = new AbortController();
	let clients = noClients();

	function noClients(): Clients {
		return { credentials: options.credentials(closing.signal), opened: new Map(), goodAt: options.clock.now() };
	}

	/**
	 * A region that is not enabled for the account refuses credentials that are good everywhere else: looking them up
	 * anew each time would run credential processes, and ask for tokens, over and over.
	 */
	function areOver({ kind, code }: AwsFailure, { goodAt }: Clients): boolean {
		if (kind === 'expired-credentials' || NOT_FOUND.has(code)) return true;
		return kind === 'no-credentials' && Math.abs(options.clock.now() - goodAt) >= REFUSED_FOR;
	}

	function open<Name extends AwsServiceName>(
		{ credentials, opened }: Clients,
		service: Name,
		region: string,
		{ changes, maxAttempts }: Manner,
	): Promise<OpenClient<AwsClients[Name]>> {
		const key = `${service} ${region} ${changes}`;
		const known = opened.get(key) as Promise<OpenClient<AwsClients[Name]>> | undefined;
		if (known) return known;
		const readOnly = options.readOnly || !changes;
		const client = openClient(service, region, {
			...options,
			readOnly,
			credentials: credentials.provider,
			maxAttempts,
		});
		opened.set(key, client);
		// The config file may be mended meanwhile.
		client.catch(() => opened.delete(key));
		return client;
	}

	function connection<Name extends AwsServiceName>(
		service: Name,
		region: string,
		manner: Manner,
	): Connection<AwsClients[Name]> {
		return {
			async call(operation, send, signal, turn) {
				const given = signal ? AbortSignal.any([closing.signal, signal]) : closing.signal;
				let info: CallInfo = { service, operation, region, ...(profile ? { profile } : {}), demo };
				const mine = clients;
				let sent = false;
				try {
					const { client, endpoint } = await open(mine, service, region, manner);
					if (endpoint) info = { ...info, endpoint };
					// In a step of its own, so that what fails on the way to credentials is not put down to the service.
					await withinTime(timeLimitMs, given, () => client.config.credentials()).catch((error: unknown) => {
						const asked = mine.credentials.asked?.();
						info = whileSigningIn(info, asked);
						throw unwrapped(error, asked);
					});
					await budget.take(info, given, turn);
					const output = await withinTime(manner.timeLimitMs, given, (abortSignal) => {
						sent = true;
						return send(client, { abortSignal });
					});
					mine.goodAt = options.clock.now();
					return output;
				} catch (error) {
					if (error instanceof AwsCallError) throw error;
					const failure = given.aborted ? cancelled(info) : toFailure(error, info);
					// Who may not do it is known all the same.
					if (failure.kind === 'denied') mine.goodAt = options.clock.now();
					// Keys without an expiry are kept by the SDK for ever: only new clients find those that were renewed.
					if (mine === clients && areOver(failure, mine)) clients = noClients();
					throw new AwsCallError(sent ? failure : { ...failure, undone: true }, { cause: error });
				}
			},
		};
	}

	const connections: Connections = {
		to: (service, region) => connection(service, region, { changes: false, maxAttempts: MAX_ATTEMPTS, timeLimitMs }),
		toChange(service, region, places) {
			const { rules } = options;
			const patient = Math.max(timeLimitMs, CHANGE_TIME_LIMIT_MS);
			const open = connection(service, region, { changes: true, maxAttempts: 1, timeLimitMs: patient });
			if (!rules) return open;
			const askAccount = async (): Promise<string | undefined> => {
				const sts = connections.to('sts', region);
				return (await sts.call('GetCallerIdentity', (client, how) => client.getCallerIdentity({}, how))).Account;
			};
			return {
				async call(operation, ...how) {
					await refuseWhereReadOnly({ service, operation, region }, places, rules, askAccount);
					return open.call(operation, ...how);
				},
			};
		},
		close() {
			closing.abort();
			for (const client of clients.opened.values())
				client.then(({ client }) => client.destroy()).catch(() => undefined);
		},
	};
	return connections;
}
