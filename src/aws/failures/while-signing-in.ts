import type { Asked } from '../credentials/asked.ts';
import type { CallInfo } from './call-info.ts';

/** The call as the failure is to name it when it was the way to credentials that failed: by who was asked there. */
export function whileSigningIn({ service, operation, region, profile }: CallInfo, asked: Asked | undefined): CallInfo {
	const call = { service, operation, region, ...(profile === undefined ? {} : { profile }) };
	if (asked === undefined) return call;
	if ('program' in asked) return { ...call, program: asked.program };
	const { host, endpoint } = asked;
	return {
		...call,
		service: asked.service,
		operation: asked.operation,
		host,
		...(endpoint === undefined ? {} : { endpoint }),
	};
}

/** What a provider of the SDK was thrown before it made an error of its own out of it, with little of it left. */
export function unwrapped(error: unknown, asked: Asked | undefined): unknown {
	if (!asked || 'program' in asked || !(error instanceof Error) || error.name !== 'CredentialsProviderError') {
		return error;
	}
	if (asked.broken !== undefined) return asked.broken;
	const [, name, message] = /^(\w+): (.*)/su.exec(error.message) ?? [];
	if (name === undefined || asked.status === undefined || asked.status < 300) return error;
	return Object.assign(new Error(message), { name, $metadata: { httpStatusCode: asked.status } });
}
