import { useEffect, useRef } from 'react';
import type { Store, Topic } from '../store/picture.ts';

/** Keeps these topics fresh, and stops with those that are no longer among them. */
export function useTopics(store: Store | undefined, topics: readonly Topic[]): void {
	const watched = useRef<ReadonlyMap<string, () => void>>(new Map());
	// As text, the topics are the same while they say the same.
	const wanted = JSON.stringify(topics);

	useEffect(() => {
		if (!store) return;
		// New ones first: what two topics have in common is then not dropped in between.
		const asked: readonly Topic[] = JSON.parse(wanted);
		const names = new Map(asked.map((topic) => [JSON.stringify(topic), topic]));
		const next = new Map([...names].map(([name, topic]) => [name, watched.current.get(name) ?? store.watch(topic)]));
		for (const [name, unwatch] of watched.current) if (!next.has(name)) unwatch();
		watched.current = next;
	}, [store, wanted]);

	useEffect(
		() => () => {
			for (const unwatch of watched.current.values()) unwatch();
			watched.current = new Map();
		},
		[store],
	);
}
