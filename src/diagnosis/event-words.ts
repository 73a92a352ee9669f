import { shortTaskId } from '../model/arn.ts';

/**
 * An event in ECS's words, without what goes without saying: `(service checkout) (task 77aa10f0…) failed` ->
 * `task 77aa10 failed`. The pointer to the guide goes, too.
 */
export function eventWords(message: string): string {
	return message
		.replace(/\s*For more information, see .*$/su, '')
		.replace(/^\(?service [^\s),]+(?:, taskSet [^\s)]+)?\)?,?\s+/u, '')
		.replaceAll(/\(target-group \S*targetgroup\/([^/)]+)[^)]*\)/gu, 'target group $1')
		.replaceAll(/\(task ([0-9a-f]{32})\)/gu, (_, id: string) => `task ${shortTaskId(id)}`)
		.replaceAll(/(task [0-9a-f]{6}) (?=task [0-9a-f]{6})/gu, '$1, ');
}
