import { LineCounter, parseDocument, visit, type Document } from 'yaml';
import { ScenarioError } from './scenario-error.ts';
import { scenarioSchema, type Scenario } from './scenario.ts';

/**
 * Reads a scenario from YAML.
 * @param file the name that errors give the text
 * @throws {ScenarioError}
 */
export function readScenario(text: string, file: string): Scenario {
	const lines = new LineCounter();
	const document = parseDocument(text, { lineCounter: lines, merge: true, prettyErrors: false });
	const mistake = (offset: number, what: string): string => {
		const { line, col } = lines.linePos(offset);
		return `${file}:${line}:${col}: ${what}`;
	};
	const broken = [
		...document.errors.map(({ pos, message }) => mistake(pos[0], message)),
		...unknownAliases(document, mistake),
	];
	if (broken.length > 0) throw new ScenarioError(broken.join('\n'));
	const result = scenarioSchema.safeParse(document.toJS(), {
		error: ({ code, input }) => (code === 'invalid_type' && input === undefined ? 'is missing' : undefined),
	});
	if (result.success) return result.data;
	const mistakes = result.error.issues.map((issue) => {
		const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
		const exact = issue.code === 'unrecognized_keys' ? [...path, issue.keys[0] ?? ''] : path;
		return mistake(offsetOf(document, exact), `${dotted(path)}: ${issue.message}`);
	});
	throw new ScenarioError(mistakes.join('\n'));
}

/** The parser takes `*name` for one that is set until the document is made plain data. */
function unknownAliases(document: Document, mistake: (offset: number, what: string) => string): string[] {
	const found: string[] = [];
	visit(document, {
		Alias(_, alias) {
			if (!alias.resolve(document)) found.push(mistake(alias.range?.[0] ?? 0, `there is no anchor &${alias.source}`));
		},
	});
	return found;
}

/** Where the deepest node on the path begins that the file has. */
function offsetOf(document: Document, path: readonly (string | number)[]): number {
	for (let length = path.length; length > 0; length--) {
		const node: unknown = document.getIn(path.slice(0, length), true);
		const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined;
		if (Array.isArray(range) && typeof range[0] === 'number') return range[0];
	}
	return 0;
}

/** `services[3].tasks` */
function dotted(path: readonly (string | number)[]): string {
	const text = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`)).join('');
	return text.replace(/^\./, '') || 'the file';
}
