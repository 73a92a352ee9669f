/** What the person typed cannot be meant: says why, and what would work. Exit status 2. */
export class UsageError extends Error {
	override readonly name = 'UsageError';
}
