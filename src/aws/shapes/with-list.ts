/** An answer with HTTP 200 that lacks what AWS, and all that imitate it, always send. */
export class NotAnAnswer extends Error {
	override readonly name = 'NotAnAnswer';
}

/**
 * Passes on an answer that has the list of this name: an empty list would be believed.
 * @throws {NotAnAnswer}
 */
export function withList<Member extends string>(
	member: Member,
): <Output extends { readonly [Name in Member]?: readonly unknown[] | undefined }>(output: Output) => Output {
	return (output) => {
		if (!Array.isArray(output[member])) throw new NotAnAnswer(`There is no ${member} in the answer.`);
		return output;
	};
}
