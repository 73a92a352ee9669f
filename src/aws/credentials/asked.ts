import type { HttpRequest } from '@smithy/core/protocols';
import type { HttpHandlerOptions } from '@smithy/types';
import type { ClientSettings } from '../aws-services.ts';
import { withinTime } from '../within-time.ts';

/** Who was asked last on the way to credentials, for the words about a failure. */
export type Asked =
	| { readonly program: string }
	| {
			/** The API prefix as IAM writes it. */
			readonly service: string;
			readonly operation: string;
			readonly host: string;
			/** Set when it is not AWS's own. */
			readonly endpoint?: string;
			/** HTTP status of the answer. */
			readonly status?: number;
			/** What kept the request from being answered. */
			readonly broken?: unknown;
	  };

/** What carries a client's requests. */
export type Handler = Extract<NonNullable<ClientSettings['requestHandler']>, { readonly handle: unknown }>;

const AWS_HOST = /\.(?:amazonaws\.com(?:\.cn)?|amazon\.com|api\.aws)$/u;

/**
 * A handler that carries requests as the given one does, and notes each as it goes out and what became of it. One that
 * takes too long ends: all who wait for credentials wait for the same request.
 */
export function notingHandler(handler: Handler, note: (asked: Asked) => void, timeLimitMs: number): Handler {
	const handle = async (request: HttpRequest, options?: HttpHandlerOptions) => {
		const asked = askedBy(request);
		note(asked);
		try {
			const answer = await withinTime(timeLimitMs, new AbortController().signal, (abortSignal) =>
				handler.handle(request, { ...options, abortSignal }),
			);
			note({ ...asked, status: answer.response.statusCode });
			return answer;
		} catch (broken) {
			note({ ...asked, broken });
			throw broken;
		}
	};
	return Object.create(handler, { handle: { value: handle } }) as Handler;
}

/** Only what an SDK asks on the way to credentials is told apart: STS, IAM Identity Center, and its own sign-in. */
function askedBy({ protocol, hostname, port, path, body }: HttpRequest): Exclude<Asked, { readonly program: string }> {
	const host = port === undefined ? hostname : `${hostname}:${port}`;
	const [, action] = /\bAction=(\w+)/u.exec(typeof body === 'string' ? body : '') ?? [];
	const [service, operation] =
		action !== undefined
			? ['sts', action]
			: path.endsWith('/federation/credentials')
				? ['sso', 'GetRoleCredentials']
				: path.endsWith('/v1/token')
					? ['signin', 'CreateOAuth2Token']
					: ['sso-oauth', 'CreateToken'];
	return { service, operation, host, ...(AWS_HOST.test(hostname) ? {} : { endpoint: `${protocol}//${host}` }) };
}
