import { LineCounter, parseDocument, type Document } from 'yaml';
import type { Binding } from '../../keymap/binding.ts';
import { remapClashes, type Remapping, remappingProblems } from '../../keymap/keymap.ts';
import { type Config, CONTEXT_SETTINGS, configSchema } from './config-schema.ts';
import { contextProblems } from './context-problems.ts';
import { noSuchSetting, settingWords } from './setting-words.ts';

/** A mistake in the config file and where it stands. */
export type ConfigProblem = { readonly line: number; readonly column: number; readonly message: string };

export type ParsedConfig =
	| { readonly config: Config; readonly problems: readonly [] }
	| { readonly config: undefined; readonly problems: readonly ConfigProblem[] };

/** The actions that `keys` may name: for each place of the console, those that hear a key there. */
export type Bindings = readonly (readonly Binding<never>[])[];

/** Reads a config file's text. */
export function parseConfig(text: string, bindings: Bindings): ParsedConfig {
	const lines = new LineCounter();
	const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
	const place = (offset: number) => {
		const { line, col } = lines.linePos(offset);
		return { line, column: col };
	};
	if (document.errors.length > 0) {
		return {
			config: undefined,
			problems: document.errors.map(({ message, pos }) => ({ ...place(pos[0]), message })),
		};
	}
	const parsed = configSchema.safeParse(document.toJS() ?? {});
	// What is wrong elsewhere does not hide what is wrong with these: one look finds all.
	const { shape } = configSchema;
	const keys = parsed.success ? parsed.data.keys : shape.keys.safeParse(settingIn(document, 'keys')).data;
	const contexts = parsed.success
		? parsed.data.contexts
		: shape.contexts.safeParse(settingIn(document, 'contexts')).data;
	const problems = [
		...(parsed.error?.issues ?? []).flatMap((issue) => {
			if (issue.code !== 'unrecognized_keys')
				return [{ ...place(offsetOf(document, issue.path)), message: settingWords(issue.path) }];
			return issue.keys.map((key) => ({
				...place(offsetOf(document, [...issue.path, key])),
				message: noSuchSetting(issue.path, key, issue.path.length === 0 ? Object.keys(shape) : CONTEXT_SETTINGS),
			}));
		}),
		...contextProblems(contexts ?? {}).map(({ path, problem }) => ({
			...place(offsetOf(document, ['contexts', ...path])),
			message: `contexts: ${problem}`,
		})),
		...keyProblems(keys ?? {}, bindings).map(({ id, problem }) => ({
			...place(offsetOf(document, ['keys', id])),
			message: `keys: ${problem}`,
		})),
	];
	if (parsed.success && problems.length === 0) return { config: parsed.data, problems: [] };
	return { config: undefined, problems: problems.toSorted((a, b) => a.line - b.line || a.column - b.column) };
}

/** What is wrong with keys, each under the action where it is written; of two that clash, the later one. */
function keyProblems(keys: Remapping, bindings: Bindings): ReturnType<typeof remappingProblems> {
	const written = Object.keys(keys);
	const clashes = remapClashes(bindings, keys).map(({ key, ids: [one, other] }) => ({
		id: written.indexOf(one) > written.indexOf(other) ? one : other,
		problem: `${key} would be both ${one} and ${other}: give one of them another key`,
	}));
	return [...remappingProblems(keys, new Set(bindings.flat().map(({ id }) => id))), ...clashes];
}

function settingIn(document: Document, name: keyof Config): unknown {
	const settings: unknown = document.toJS();
	if (settings === null || typeof settings !== 'object') return undefined;
	return new Map(Object.entries(settings)).get(name);
}

/** Where the node at a path begins: its key if it has one, else the nearest parent that is there. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
	for (let depth = path.length; depth > 0; depth--) {
		const parent = document.getIn(path.slice(0, depth - 1), true) ?? document.contents;
		const last = path[depth - 1];
		for (const item of itemsOf(parent)) {
			if (String(item.key) === String(last)) return item.offset;
		}
	}
	return 0;
}

function itemsOf(node: unknown): readonly { readonly key: unknown; readonly offset: number }[] {
	if (node === null || typeof node !== 'object' || !('items' in node) || !Array.isArray(node.items)) return [];
	return node.items.map((item: NodeItem, index) => {
		const anchor = item.key ?? item;
		return { key: item.key?.value ?? index, offset: anchor.range?.[0] ?? 0 };
	});
}

type NodeItem = {
	readonly key?: { readonly value?: unknown; readonly range?: readonly number[] };
	readonly range?: readonly number[];
};
