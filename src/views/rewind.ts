import { matters } from '../diagnosis/timeline/matters.ts';
import type { TimelineEntry } from '../diagnosis/timeline/timeline-entry.ts';
import { createEntries } from './events/entries.ts';
import { age } from '../model/age.ts';
import { timeOfDay } from './clock.ts';
import { keyOf } from './key-of.ts';
import type { ViewContext } from './pane.ts';
import type { Binding } from '../keymap/binding.ts';

/** By then what happened has been read, ms: one looks back at what it did, not at what nobody knew of yet. */
const KNOWN_AFTER = 10_000;

/** The screen as it was when something had just happened; says so where the memory does not reach back so far. */
export function rewindTo(context: ViewContext, { id, at }: TimelineEntry): void {
	const { dispatch, reachesTo } = context;
	const present = context.rewound?.present.now ?? context.now;
	const to = at + KNOWN_AFTER;
	if (reachesTo === undefined || to < reachesTo) return dispatch({ type: 'flash', flash: tooFar(context) });
	dispatch({ type: 'cursor', pane: 'events', cursor: id });
	dispatch({ type: 'rewind', to: to >= present ? undefined : to });
}

/** The keys that step through what happened. */
export const REWIND_BINDINGS: readonly Binding<ViewContext>[] = [
	{
		id: 'rewind.back',
		keys: ['['],
		label: 'rewind',
		help: 'The screen as it was when the thing before had just happened, in the end as far back as is remembered; Esc comes back to now.',
		footer: 76,
		run: step(-1),
	},
	{
		id: 'rewind.forward',
		keys: [']'],
		label: 'forward in time',
		help: 'To the next thing that happened, and in the end to now.',
		offBecause: ({ rewound }) => (rewound ? undefined : 'this is now'),
		run: step(1),
	},
];

/** Why nothing is changed while one looks back; undefined when one does not. */
export function rewoundOff(context: ViewContext): string | undefined {
	const { rewound, settings } = context;
	if (!rewound) return undefined;
	return `this is how it was at ${timeOfDay(rewound.at, settings.utc)}: ${keyOf(context, 'back')} comes back to now first`;
}

function step(direction: -1 | 1): (context: ViewContext) => void {
	return (context) => {
		const { rewound, dispatch, ui, reachesTo } = context;
		const things = (createEntries()(context)?.value ?? []).filter(
			// Nobody goes back for the routine that ECS tells of.
			(entry) => matters(entry) || (!ui.routineHidden && entry.kind !== 'event'),
		);
		const { present, at: from } = rewound ?? { present: context, at: context.now };
		const isAhead = ({ at }: TimelineEntry) =>
			at + KNOWN_AFTER < present.now && (direction === -1 ? at + KNOWN_AFTER < from : at + KNOWN_AFTER > from);
		const to = direction === -1 ? things.find(isAhead) : things.findLast(isAhead);
		const begin = (reachesTo ?? Infinity) + KNOWN_AFTER;
		if (to && (direction === 1 || to.at + KNOWN_AFTER >= begin)) return rewindTo(context, to);
		if (direction === 1) return dispatch({ type: 'rewind', to: undefined });
		dispatch({ type: 'flash', flash: tooFar(context) });
		// Before the first thing that happened it was as it was when the memory begins.
		if (from > begin) dispatch({ type: 'rewind', to: begin });
	};
}

function tooFar(context: ViewContext): { readonly level: 'info'; readonly text: string } {
	const { reachesTo, settings, rewound } = context;
	const present = rewound?.present.now ?? context.now;
	if (reachesTo === undefined) return { level: 'info', text: 'nothing has been read yet: there is no way back' };
	const since = timeOfDay(reachesTo, settings.utc);
	return {
		level: 'info',
		text: `deckwatch remembers back to ${since}, ${age(reachesTo, present)} ago, and no further`,
	};
}
