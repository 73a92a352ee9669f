import { safeText } from './safe-text.ts';
import { documentChanges, type DocumentChange } from './task-definition-diff.ts';
import type { TaskDefinition } from './task-definition.ts';

/** What ECS writes into each revision anew, or works out of the rest. */
const OWN =
	/^(?:taskDefinitionArn|revision|status|registeredAt|registeredBy|deregisteredAt|requiresAttributes|compatibilities)\b/u;

/** What somebody changed between two revisions; clean, as the documents are not. */
export function revisionChanges(before: TaskDefinition, after: TaskDefinition): readonly DocumentChange[] {
	const clean = (text: string | undefined) => (text === undefined ? undefined : safeText(text));
	return documentChanges(before.document, after.document)
		.filter(({ path }) => !OWN.test(path))
		.map((change) => ({ path: safeText(change.path), before: clean(change.before), after: clean(change.after) }));
}

/** The same in a few words: `image …:1.42 → …:1.43, env PORT, health check`. */
export function changesInShort(changes: readonly DocumentChange[]): string {
	if (changes.length === 0) return 'no difference';
	const named = new Map<string, Set<string>>();
	for (const change of changes) {
		const [what, detail] = shortOf(change);
		named.set(what, (named.get(what) ?? new Set()).add(detail));
	}
	const words = [...named].map(([what, details]) => [what, [...details].filter(Boolean).join(' ')].join(' ').trim());
	return words.join(', ');
}

function shortOf({ path, before = '-', after = '-' }: DocumentChange): readonly [what: string, detail: string] {
	const inner = path.replace(/^containerDefinitions\[[^\]]*\]\.?/u, '');
	const named = /^(?<list>environment|secrets)\[(?<name>[^\]]*)\]/u.exec(inner)?.groups;
	if (named) return [named['list'] === 'environment' ? 'env' : 'secret', named['name'] ?? ''];
	if (inner === 'image') return ['image', `${shortImage(before, after)} → ${shortImage(after, before)}`];
	if (/^(?:cpu|memory|memoryReservation)$/u.test(inner)) return [inner, `${before} → ${after}`];
	if (inner.startsWith('healthCheck')) return ['health check', ''];
	if (inner === '') return ['containers', ''];
	return [/^\w+/u.exec(inner)?.[0] ?? inner, ''];
}

/** `…:1.43` of an image whose repository stayed, else the whole of it. */
function shortImage(image: string, other: string): string {
	const repository = (name: string) =>
		/^(?<repository>.*?)(?::[^:/]*)?(?:@.*)?$/u.exec(name)?.groups?.['repository'] ?? name;
	const own = repository(image);
	return own === repository(other) && image.length > own.length ? `…${image.slice(own.length)}` : image;
}
