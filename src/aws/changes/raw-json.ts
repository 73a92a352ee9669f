import type { DeserializeMiddleware, MiddlewareStack, SerializeMiddleware } from '@smithy/types';

// The SDK drops what its model does not know, in answers and in requests: what is read, edited and sent back through it
// would lose the settings that AWS has added since. These two let the JSON itself through.

/** An answer as the HTTP handlers of the SDK give it. */
type HttpAnswer = { readonly statusCode: number; body: AsyncIterable<Uint8Array> | Uint8Array };

/** Hands the answer's JSON, as it came, to `keep`, before the SDK reads it. */
export function keepRawAnswer<Input extends object, Output extends object>(
	stack: MiddlewareStack<Input, Output>,
	keep: (json: unknown) => void,
): void {
	const capture: DeserializeMiddleware<Input, Output> = (next) => async (args) => {
		const result = await next(args);
		const response = result.response as HttpAnswer;
		response.body = await collected(response.body);
		if (response.statusCode === 200) keep(JSON.parse(new TextDecoder().decode(response.body)));
		return result;
	};
	stack.add(capture, { name: 'keepRawAnswer', step: 'deserialize', priority: 'low' });
}

/** Sends this JSON instead of what the SDK makes of its input. */
export function sendRaw<Input extends object, Output extends object>(
	stack: MiddlewareStack<Input, Output>,
	json: object,
): void {
	const replace: SerializeMiddleware<Input, Output> = (next) => async (args) => {
		(args.request as { body: string }).body = JSON.stringify(json);
		return next(args);
	};
	stack.add(replace, { name: 'sendRaw', step: 'serialize', priority: 'low' });
}

async function collected(body: AsyncIterable<Uint8Array> | Uint8Array): Promise<Uint8Array> {
	if (body instanceof Uint8Array) return body;
	const chunks: Uint8Array[] = [];
	for await (const chunk of body) chunks.push(chunk);
	return Buffer.concat(chunks);
}
