/** What can be known about a thrown thing, whoever threw it: AWS, the SDK, Node. Texts are not clean yet. */
export type ErrorFacts = {
	/** AWS's error code, Node's (`ECONNREFUSED`), else the error's name. */
	readonly code: string;
	readonly message: string;
	/** HTTP status of the answer. */
	readonly status?: number;
	readonly requestId?: string;
	/** The host that was looked for or not reached. */
	readonly host?: string;
};

/** Reads any thrown value; never throws. */
export function errorFacts(error: unknown): ErrorFacts {
	const members = record(error);
	const metadata = record(members['$metadata']);
	const name = text(members['name']) ?? 'UnknownError';
	const nodeCode = text(members['code']);
	// To programmers, on every answer that could not be read: where to find it.
	const message = text(members['message'])?.replace(/\n\s*Deserialization error: [^]*$/, '');
	const status = number(metadata['httpStatusCode']) ?? number(record(members['$response'])['statusCode']);
	const requestId = text(metadata['requestId']) ?? text(members['requestId']);
	const host = hostOf(members);
	return {
		code:
			nodeCode && /^[A-Z_\d]+$/.test(nodeCode)
				? nodeCode
				: message && isUnread(message)
					? 'SyntaxError'
					: awsCode(name),
		message: message ?? (typeof error === 'string' ? error : ''),
		...(status === undefined ? {} : { status }),
		...(requestId === undefined ? {} : { requestId }),
		...(host === undefined ? {} : { host }),
	};
}

/** XML that is none is an error without a name; JSON that is none is a `SyntaxError`. */
function isUnread(message: string): boolean {
	return message.includes('XML parse error');
}

/** Some servers put the namespace before the code: `com.amazonaws.ecs#ClusterNotFoundException`. */
function awsCode(name: string): string {
	return name.slice(name.lastIndexOf('#') + 1) || name;
}

function hostOf(members: Readonly<Record<string, unknown>>): string | undefined {
	const hostname = text(members['hostname']);
	if (hostname) return hostname;
	const address = text(members['address']);
	const port = number(members['port']);
	return address && port ? `${address}:${port}` : address;
}

function record(value: unknown): Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

function text(value: unknown): string | undefined {
	return typeof value === 'string' && value !== '' ? value : undefined;
}

function number(value: unknown): number | undefined {
	return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}
