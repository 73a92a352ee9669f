import { useMemo, useSyncExternalStore } from 'react';
import { EMPTY_PICTURE } from '../store/picture.ts';
import type { Picture, Store } from '../store/picture.ts';

/** Changes that come sooner after each other than this are drawn together, ms. */
const BATCH = 80;

/** The live picture; the one door through which it enters React. Changes come in batches. */
export function usePicture(store: Store | undefined): Picture {
	const source = useMemo(() => batched(store), [store]);
	return useSyncExternalStore(source.subscribe, source.getSnapshot);
}

type Source = { readonly subscribe: (changed: () => void) => () => void; readonly getSnapshot: () => Picture };

/** The first change after a pause is told at once, those that follow it at most every `BATCH`. */
function batched(store: Store | undefined): Source {
	let snapshot = store?.getState() ?? EMPTY_PICTURE;
	return {
		getSnapshot: () => snapshot,
		subscribe(changed) {
			if (!store) return () => {};
			let timer: NodeJS.Timeout | undefined;
			const tell = (): void => {
				timer = undefined;
				if (snapshot === store.getState()) return;
				snapshot = store.getState();
				timer = setTimeout(tell, BATCH);
				changed();
			};
			const unsubscribe = store.subscribe(() => {
				if (timer === undefined) tell();
			});
			tell();
			return () => {
				clearTimeout(timer);
				unsubscribe();
			};
		},
	};
}
