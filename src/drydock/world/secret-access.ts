import type { World } from './world.ts';

/**
 * Whether an execution role may read a secret. Its policy names whole ARNs, `*` and `?` standing for any text and any one
 * character (IAM user guide, Resource); the ARN of a secret ends in a hyphen and six characters that Secrets Manager added.
 * A role that the world knows nothing of may read everything.
 */
export function mayRead({ secretGrants }: World, roleArn: string | undefined, secretArn: string): boolean {
	const patterns = secretGrants.get(roleArn ?? '');
	return patterns === undefined || patterns.some((pattern) => matches(pattern, secretArn));
}

function matches(pattern: string, text: string): boolean {
	const source = pattern.replaceAll(/[.*+?^${}()|[\]\\]/gu, (character) =>
		character === '*' ? '.*' : character === '?' ? '.' : `\\${character}`,
	);
	return new RegExp(`^${source}$`, 'u').test(text);
}
