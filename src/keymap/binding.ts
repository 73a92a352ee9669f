/**
 * One key, what it does, the words for it, and why it may be off. Dispatch, footer, `?`, the palette,
 * the README's table, remapping and the clash test are all derived from these rows.
 */
export type Binding<Context> = {
	/** Stable name for remapping: `services.sort`. */
	readonly id: string;
	/** Chords: `j`, `G`, `down`, `ctrl-r`, `shift-tab`, `pageup`. Any one of them fires. */
	readonly keys: readonly string[];
	/** Two or three words for the footer and the palette: `scale`. */
	readonly label: string;
	/** A sentence for `?` where the label does not say it all. */
	readonly help?: string;
	/** What the footer says instead of the label, where that depends on the state: `follow` while paused. */
	readonly hint?: (context: Context) => string;
	/** Position in the footer, lower first; without it the key is only in `?` and the palette. */
	readonly footer?: number;
	/** Stays in the footer when there is no room for all. */
	readonly stays?: true;
	/** Works while a line is being typed, too, unless the key is a character: that is text. */
	readonly whileTyping?: true;
	/** Why the key does nothing right now; undefined when it works. */
	readonly offBecause?: (context: Context) => string | undefined;
	readonly run: (context: Context) => void;
};
