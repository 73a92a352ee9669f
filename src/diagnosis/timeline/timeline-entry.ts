import type { Place } from '../finding.ts';

/** What something that happened is about, in the order in which a list of them is shown. */
export const TIMELINE_KINDS = ['deployment', 'change', 'scaling', 'stop', 'start', 'health', 'alarm', 'event'] as const;

export type TimelineKind = (typeof TIMELINE_KINDS)[number];

/** `failing` and `degraded` are trouble, `changing` is what somebody or something did, `routine` is the day's work. */
export type TimelineLevel = 'failing' | 'degraded' | 'changing' | 'routine';

/** Something that happened to a service, told once, whoever told of it. */
export type TimelineEntry = {
	/** The same while it is the same thing: selection stays on it. */
	readonly id: string;
	/** Epoch ms; of several that were folded, the newest. */
	readonly at: number;
	readonly kind: TimelineKind;
	readonly level: TimelineLevel;
	readonly serviceArn: string;
	/** One line without a full stop, its service not named: `deploy :42 → :43 began: image …:1.42 → …:1.43`. */
	readonly text: string;
	/** More about it, a line each. */
	readonly detail?: readonly string[];
	/** How many it stands for, where that is more than one. */
	readonly count?: number;
	/** When the first of those was, epoch ms. */
	readonly since?: number;
	/** What shows more of it. */
	readonly place: Place;
};

/** An entry on its way into the list. */
export type FreshEntry = Omit<TimelineEntry, 'serviceArn' | 'count' | 'since'> & {
	/** Entries of one key that follow each other closely are one row of the same trouble, or one burst. */
	readonly run?: string;
	/** What a burst of them is called: `4 tasks of :43 started`. */
	readonly together?: (count: number) => string;
};
