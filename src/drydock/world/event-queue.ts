/** Something that will happen: `run` is called when the clock reads `at` (epoch ms). */
export type QueuedEvent<World> = { readonly at: number; readonly order: number; readonly run: (world: World) => void };

/** A binary heap, earliest first; events of the same moment run in the order they were queued. */
export type EventQueue<World> = { readonly heap: QueuedEvent<World>[]; queued: number };

export function emptyQueue<World>(): EventQueue<World> {
	return { heap: [], queued: 0 };
}

/**
 * Plans `run` for `at` (epoch ms), or for the next whole millisecond: AWS knows no finer time.
 * @returns when it is due
 */
export function enqueue<World>(queue: EventQueue<World>, at: number, run: (world: World) => void): number {
	const { heap } = queue;
	const event = { at: Math.ceil(at), order: queue.queued++, run };
	heap.push(event);
	let place = heap.length - 1;
	while (place > 0) {
		const above = (place - 1) >> 1;
		const parent = heap[above];
		if (parent === undefined || isBefore(parent, event)) break;
		heap[place] = parent;
		place = above;
	}
	heap[place] = event;
	return event.at;
}

/** When the next event is due, epoch ms; undefined when nothing is planned. */
export function nextEventAt(queue: EventQueue<never>): number | undefined {
	return queue.heap[0]?.at;
}

/** Takes the earliest event out. */
export function dequeue<World>(queue: EventQueue<World>): QueuedEvent<World> | undefined {
	const { heap } = queue;
	const first = heap[0];
	const last = heap.pop();
	if (last !== undefined && last !== first) sink(heap, last);
	return first;
}

/** Puts the event in at the top, and lets it sink to its place. */
function sink<World>(heap: QueuedEvent<World>[], event: QueuedEvent<World>): void {
	let place = 0;
	for (;;) {
		const left = heap[2 * place + 1];
		const right = heap[2 * place + 2];
		const isRight = left !== undefined && right !== undefined && isBefore(right, left);
		const child = isRight ? right : left;
		if (child === undefined || isBefore(event, child)) break;
		heap[place] = child;
		place = 2 * place + (isRight ? 2 : 1);
	}
	heap[place] = event;
}

function isBefore(one: QueuedEvent<never>, other: QueuedEvent<never>): boolean {
	return one.at === other.at ? one.order < other.order : one.at < other.at;
}
