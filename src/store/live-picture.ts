import { createStore as createVanilla } from 'zustand/vanilla';
import { isNews } from './news.ts';
import type { PictureUpdate } from './picture-update.ts';
import type { Picture } from './picture.ts';
import type { Time, Timer } from './time.ts';

/** Ms from a change to its showing: what comes in together is drawn together. */
const NEWS = 50;
/** Ms for a reading that found nothing new: only ages change, and they are told in seconds. */
const NO_NEWS = 1_000;

/** The picture as it grows, and the picture as it is shown. */
export type LivePicture = {
	/** With all that has come in. */
	latest(): Picture;
	/** As the listeners know it. */
	shown(): Picture;
	update(change: PictureUpdate): void;
	subscribe(listener: (picture: Picture) => void): () => void;
	/** Shows nothing more. */
	stop(): void;
};

/** Begins with `latest`. */
export function createLivePicture(time: Time, latest: Picture): LivePicture {
	const pictures = createVanilla<Picture>(() => latest);
	let pending: { readonly timer: Timer; readonly due: number } | undefined;
	let stopped = false;

	function showWithin(ms: number): void {
		const due = time.now() + ms;
		if (pending && pending.due <= due) return;
		if (pending) time.clearTimeout(pending.timer);
		pending = { due, timer: time.setTimeout(show, ms) };
	}

	function show(): void {
		pending = undefined;
		pictures.setState(latest, true);
	}

	return {
		latest: () => latest,
		shown: pictures.getState,
		update(change) {
			const before = latest;
			latest = stopped ? before : change(before);
			if (latest !== before) showWithin(isNews(before, latest) ? NEWS : NO_NEWS);
		},
		subscribe: (listener) => pictures.subscribe((picture) => listener(picture)),
		stop() {
			stopped = true;
			if (pending) time.clearTimeout(pending.timer);
			pending = undefined;
		},
	};
}
