import type { Call } from '../wire/handler.ts';

/** Makes handlers of functions that answer from what a caller of the service looks at. */
export function answering<Look>(lookOf: (call: Call) => Look) {
	return <Input, Output>(answer: (look: Look, input: Input) => Output) =>
		(input: Input, call: Call): Output =>
			answer(lookOf(call), input);
}
