import { shellWord } from '../model/shell-word.ts';
import { REGISTERED, type Change } from '../aws/changes/change.ts';

/** The AWS CLI's names of services where they are not those of IAM. */
const COMMANDS: Readonly<Record<string, string>> = { codedeploy: 'deploy' };

/** The shell variable that stands for the revision which an earlier command registers. */
const VARIABLE = 'TASK_DEFINITION';

/**
 * The changes of a plan as AWS CLI commands for a POSIX shell, each run only when the one before it was taken. They are
 * what deckwatch would send, whole: a task definition goes along with the values of its environment variables, since
 * whoever copies it asked for the change itself. Show it only where those may be seen.
 */
export function awsCliText(
	changes: readonly Change[],
	{ profile }: { readonly profile?: string | undefined } = {},
): string {
	const registers = changes.length > 1 && changes.some(({ name }) => name === 'ecs:RegisterTaskDefinition');
	return changes.map((change) => command(change, { profile, registers })).join(' &&\n');
}

/** The placeholder where it stands in the JSON of an AppSpec, which is a text in the JSON of the revision. */
const IN_APP_SPEC = new RegExp(String.raw`(?<=\\")${REGISTERED}(?=\\")`, 'u');

function command(
	{ name, region, input }: Change,
	{ profile, registers }: { readonly profile: string | undefined; readonly registers: boolean },
): string {
	const [service = '', operation = ''] = name.split(':');
	const where = ['--region', shellWord(region), ...(profile === undefined ? [] : ['--profile', shellWord(profile)])];
	const words = ['aws', COMMANDS[service] ?? service, kebab(operation), ...options(name, input), ...where];
	if (name !== 'ecs:RegisterTaskDefinition' || !registers) return words.join(' ');
	return `${VARIABLE}=$(${words.join(' ')} --query taskDefinition.taskDefinitionArn --output text)`;
}

function options(name: Change['name'], input: Change['input']): readonly string[] {
	const members = Object.entries(input).filter(([, value]) => value !== undefined);
	// A document as a whole is easier to read and to edit, and some texts the AWS CLI takes for something else.
	const whole = name === 'ecs:RegisterTaskDefinition' || members.some(([, value]) => [value].flat().some(isSpecial));
	const separate = members.filter(([, value]) => !whole || value === REGISTERED);
	const together = members.filter(([, value]) => whole && value !== REGISTERED);
	if (name === 'codedeploy:CreateDeployment')
		return members.flatMap(([member, value]) => codeDeployOption(member, value));
	return [
		...(whole ? ['--cli-input-json', shellWord(json(Object.fromEntries(together)))] : []),
		...separate.flatMap(([member, value]: [string, unknown]) => option(`--${kebab(member)}`, value)),
	];
}

/** The AppSpec is a text within the revision: there the variable stands between two shellWord parts. */
function codeDeployOption(member: string, value: unknown): readonly string[] {
	if (member !== 'revision') return option(`--${kebab(member)}`, value);
	const { revisionType, appSpecContent } = value as {
		readonly revisionType?: string;
		readonly appSpecContent?: { readonly content?: string };
	};
	const content = json({ revisionType, appSpecContent: { content: appSpecContent?.content } });
	return ['--revision', content.split(IN_APP_SPEC).map(shellWord).join(`"$${VARIABLE}"`)];
}

function option(flag: string, value: unknown): readonly string[] {
	if (typeof value === 'boolean') return [value ? flag : flag.replace('--', '--no-')];
	if (value === REGISTERED) return [flag, `"$${VARIABLE}"`];
	if (Array.isArray(value) && value.length > 0 && value.every(isPlain))
		return [flag, ...value.map((one) => shellWord(String(one)))];
	return [flag, shellWord(isPlain(value) ? String(value) : json(value))];
}

function isPlain(value: unknown): value is string | number {
	return typeof value === 'string' || typeof value === 'number';
}

/** What begins like an option, names a file to be read, or cannot be pasted: `-1`, `file://…` (AWS CLI user guide, "Load parameters from a file"). */
function isSpecial(value: unknown): boolean {
	if (typeof value === 'number') return value < 0;
	return typeof value === 'string' && (/^(?:-|fileb?:\/\/|https?:\/\/)/u.test(value) || UNSEEN.test(value));
}

/** Control characters and those that reorder or hide text: a shell would run, and a terminal show, something else. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

function json(value: unknown): string {
	return JSON.stringify(value).replaceAll(new RegExp(UNSEEN, 'gu'), (unseen) =>
		[...unseen].map((one) => escapes(one)).join(''),
	);
}

function escapes(character: string): string {
	return Array.from(
		{ length: character.length },
		(_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`,
	).join('');
}

/** `desiredCount` and `DesiredCount` -> `desired-count`; `enableECSManagedTags` -> `enable-ecs-managed-tags`. */
function kebab(name: string): string {
	return name.replaceAll(/(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/gu, '-').toLowerCase();
}
