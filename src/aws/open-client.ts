import type { MetadataBearer, MiddlewareStack } from '@smithy/types';
import { attemptMeter } from './attempt-meter.ts';
import { AWS_SERVICES, type AwsClients, type AwsServiceName, type ClientSettings } from './aws-services.ts';
import type { AwsClock } from './aws-clock.ts';
import type { CallBudget } from './call-budget.ts';
import type { CallRate } from './call-rate.ts';
import { dateReader } from './date-reader.ts';
import { configuredEndpoint } from './endpoint.ts';
import { DEFAULT_PROFILE, environmentProfile, readSharedConfig } from './profiles.ts';
import { readOnlyGuard } from './read-only-guard.ts';

/** An SDK client, and the endpoint that replaces AWS's own, if one does. */
export type OpenClient<Client> = { readonly client: Client; readonly endpoint: string | undefined };

export type OpenClientOptions = {
	readonly profile: string | undefined;
	readonly endpointUrl: string | undefined;
	readonly readOnly: boolean;
	readonly credentials: NonNullable<ClientSettings['credentials']>;
	readonly requestHandler: NonNullable<ClientSettings['requestHandler']>;
	/** How often a call is sent at most, the first time counted. */
	readonly maxAttempts: number;
	readonly budget: CallBudget;
	readonly rate: CallRate;
	/** This machine's clock, epoch ms, and what is found out about AWS's. */
	readonly clock: { now(): number };
	readonly awsClock: AwsClock;
};

/** The first try and two repeats, as the SDK's standard mode has it. */
export const MAX_ATTEMPTS = 3;

/** Makes the client of one service and region, guarded and metered. Loads the service's SDK package. */
export async function openClient<Name extends AwsServiceName>(
	name: Name,
	region: string,
	{
		profile: named,
		endpointUrl,
		readOnly,
		credentials,
		requestHandler,
		maxAttempts,
		budget,
		rate,
		clock,
		awsClock,
	}: OpenClientOptions,
): Promise<OpenClient<AwsClients[Name]>> {
	const { id, create } = AWS_SERVICES[name];
	const files = await readSharedConfig();
	const profile = named ?? environmentProfile();
	const endpoint =
		endpointUrl ?? configuredEndpoint(id, { env: process.env, files, profile: profile ?? DEFAULT_PROFILE });
	const client: AwsClients[Name] = await create({
		credentials,
		requestHandler,
		region,
		retryMode: 'standard',
		maxAttempts,
		ignoreConfiguredEndpointUrls: true,
		...(profile ? { profile } : {}),
		// An override names one server: StartLiveTail must not go to `stream-127.0.0.1`. One that is no URL fails here.
		...(endpoint ? { endpoint: new URL(endpoint).href, disableHostPrefix: true } : {}),
	});
	// Each client's stack is typed with the inputs of its own operations; these look at none of them.
	const stack = client.middlewareStack as unknown as MiddlewareStack<object, MetadataBearer>;
	if (readOnly) stack.use(readOnlyGuard(name));
	stack.use(attemptMeter({ budget, rate, region, service: name }));
	stack.use(dateReader(awsClock, clock));
	return { client, endpoint };
}
