/** An error as the SDK throws it for an answer of AWS. */
export function answered(name: string, message: string, httpStatusCode = 400): Error {
	return Object.assign(new Error(message), { name, $metadata: { httpStatusCode, requestId: 'req-1' } });
}

/** An error as the SDK throws it for an answer that it could not read. */
export function unread(message: string, httpStatusCode: number): Error {
	return Object.assign(new SyntaxError(message), { $metadata: { httpStatusCode } });
}
