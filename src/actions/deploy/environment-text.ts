import type { EditableContainer } from '../../model/editable-task-definition.ts';

/** What was wrong with an edited environment, by its line, from 1. */
export type BadLine = { readonly line: number; readonly text: string };

/** What was edited, as `DeployInput.environment` takes it: a value, or null to take a variable away. */
export type EnvironmentEdits = Readonly<Record<string, string | null>>;

const HEAD = [
	'# NAME=value, a line each. A value in double quotes is a JSON string: "two\\nlines", " with blanks at its ends ".',
	'# A line that is taken out takes its variable away. Lines with # are not read.',
];

/**
 * The environment of a container as text to edit. Nothing is lost on the way there and back: values with line breaks or
 * blanks at their ends stand there as JSON, and what no line can say stays as it is. Secrets are named only.
 */
export function environmentText(container: EditableContainer): string {
	const variables = [...variablesOf(container)];
	const told = variables.filter(([name]) => isTellable(name));
	const kept = variables.filter(([name]) => !isTellable(name));
	return [
		...HEAD,
		'',
		...told.map(([name, value]) => `${name}=${isPlain(value) ? value : JSON.stringify(value)}`),
		...kept.map(([name]) => `# ${JSON.stringify(name)} stays as it is: its name cannot be written here`),
		...namesOf(container, 'secrets').map((name) => `# ${name} comes from a secret`),
		...filesOf(container).map((file) => `# more comes from the file ${file}`),
		'',
	].join('\n');
}

/** What was changed in such a text; or the lines that cannot be read. */
export function environmentEdits(
	container: EditableContainer,
	text: string,
): { readonly edits: EnvironmentEdits } | { readonly bad: readonly BadLine[] } {
	const before = variablesOf(container);
	const secrets = new Set(namesOf(container, 'secrets'));
	const after = new Map<string, string>();
	const lines = new Map<string, number>();
	const bad: BadLine[] = [];
	for (const [index, raw] of text.split(/\r?\n/u).entries()) {
		if (raw.trim() === '' || raw.trimStart().startsWith('#')) continue;
		const line = index + 1;
		const read = readLine(raw);
		if ('wrong' in read) bad.push({ line, text: read.wrong });
		else if (secrets.has(read.name)) bad.push({ line, text: `${read.name} comes from a secret: it cannot be both` });
		else if (lines.has(read.name))
			bad.push({ line, text: `${read.name} is there twice, in line ${lines.get(read.name)}, too` });
		else {
			lines.set(read.name, line);
			after.set(read.name, read.value);
		}
	}
	if (bad.length > 0) return { bad };
	const gone = [...before.keys()].filter((name) => isTellable(name) && !after.has(name));
	const set = [...after].filter(([name, value]) => before.get(name) !== value);
	return { edits: Object.fromEntries([...set, ...gone.map((name) => [name, null] as const)]) };
}

type Line = { readonly name: string; readonly value: string } | { readonly wrong: string };

function readLine(raw: string): Line {
	const equals = raw.indexOf('=');
	if (equals === -1) return { wrong: 'there is no = in it: write NAME=value, or # before a remark' };
	const [name, value] = [raw.slice(0, equals), raw.slice(equals + 1)];
	if (!isTellable(name)) {
		return {
			wrong: name.trim() === '' ? 'there is no name before the =' : `"${name}" is no name: blanks do not belong there`,
		};
	}
	if (!value.startsWith('"')) return { name, value };
	const said = parsed(value);
	return typeof said === 'string'
		? { name, value: said }
		: { wrong: `${name} begins with a double quote, and is no JSON string: close it, and write \\" for one within` };
}

function parsed(value: string): unknown {
	try {
		return JSON.parse(value);
	} catch {
		return undefined;
	}
}

/** Whether a value reads the same as it is written: one line, no blanks at its ends that an editor may cut off. */
function isPlain(value: string): boolean {
	return value === value.trim() && !value.startsWith('"') && !/\p{Cc}|\u2028|\u2029/u.test(value);
}

/** Names that a line can begin with. ECS takes any text. */
function isTellable(name: string): boolean {
	return name !== '' && !/[\s=\p{Cc}]/u.test(name) && !name.startsWith('#');
}

/** The last of a name counts, as in the container. */
function variablesOf({ environment = [] }: EditableContainer): ReadonlyMap<string, string> {
	return new Map(environment.map(({ name, value }) => [name, value]));
}

function namesOf(container: EditableContainer, member: string): readonly string[] {
	const list = container[member];
	return Array.isArray(list) ? list.map(({ name }: { readonly name?: unknown }) => oneLine(name)) : [];
}

function filesOf({ environmentFiles }: EditableContainer): readonly string[] {
	return Array.isArray(environmentFiles)
		? environmentFiles.map(({ value }: { readonly value?: unknown }) => oneLine(value))
		: [];
}

/** A remark must not end before its line does: the rest would be read. */
function oneLine(value: unknown): string {
	return String(value).replaceAll(/[\p{Cc}\u2028\u2029]/gu, ' ');
}
