/** What Ink's `useInput` hands over, reduced to what a chord is made of. */
export type KeyPress = {
	readonly input: string;
	readonly key: Partial<
		Record<
			| 'upArrow'
			| 'downArrow'
			| 'leftArrow'
			| 'rightArrow'
			| 'pageUp'
			| 'pageDown'
			| 'home'
			| 'end'
			| 'return'
			| 'escape'
			| 'tab'
			| 'backspace'
			| 'delete'
			| 'ctrl'
			| 'shift'
			| 'meta',
			boolean
		>
	>;
};

const NAMED = [
	['upArrow', 'up'],
	['downArrow', 'down'],
	['leftArrow', 'left'],
	['rightArrow', 'right'],
	['pageUp', 'pageup'],
	['pageDown', 'pagedown'],
	['home', 'home'],
	['end', 'end'],
	['return', 'enter'],
	['escape', 'esc'],
	['tab', 'tab'],
	['backspace', 'backspace'],
	['delete', 'delete'],
] as const;

const NAMES: ReadonlySet<string> = new Set([...NAMED.map(([, name]) => name), 'space']);
/** What may stand before the key itself. */
const MODIFIERS = /^(?:ctrl-)?(?:alt-)?(?:shift-)?(?=.)/u;
const CHORD = /^(?:ctrl-)?(?:alt-)?(?:shift-)?(?:[a-z]+|[^\s\p{Other}])$/u;

/** The chord of a key press, `ctrl-r` or `shift-tab` or `G`; undefined for presses that carry none. */
export function chordOf({ input, key }: KeyPress): string | undefined {
	const modifiers = `${key.ctrl ? 'ctrl-' : ''}${key.meta && !key.escape ? 'alt-' : ''}`;
	const named = NAMED.find(([flag]) => key[flag]);
	if (named) return `${modifiers}${key.shift ? 'shift-' : ''}${named[1]}`;
	if (input === ' ') return `${modifiers}space`;
	if ([...input].length !== 1) return undefined;
	return `${modifiers}${key.ctrl ? input.toLowerCase() : input}`;
}

/** What is wrong with a chord somebody wrote; undefined when it is one. */
export function chordProblem(chord: string): string | undefined {
	if (!CHORD.test(chord))
		return `"${chord}" is not a key: write one character, or a name like ctrl-r, shift-tab, pageup`;
	const last = chord.replace(MODIFIERS, '');
	if (last.length > 1)
		return NAMES.has(last) ? undefined : `"${last}" is not a key name: use one of ${[...NAMES].join(', ')}`;
	// These would be taken and never fire: a terminal sends Shift with a character as another character, and with Ctrl not at all.
	if (chord.includes('shift-')) return `"${chord}" is never sent: write the character that Shift makes`;
	if (chord.startsWith('ctrl-') && last !== last.toLowerCase())
		return `"${chord}" is never sent: write ${chord.toLowerCase()}`;
	return undefined;
}

/** How a chord is shown to people: `Ctrl-r`, `S-Tab`, `↑`. */
export function chordLabel(chord: string): string {
	const arrows: Readonly<Record<string, string>> = {
		up: '↑',
		down: '↓',
		left: '←',
		right: '→',
		pageup: 'PgUp',
		pagedown: 'PgDn',
	};
	const last = chord.replace(MODIFIERS, '');
	const name = arrows[last] ?? (last.length > 1 ? `${last[0]?.toUpperCase() ?? ''}${last.slice(1)}` : last);
	const shift = chord.includes('shift-') ? 'S-' : '';
	return `${chord.startsWith('ctrl-') ? 'Ctrl-' : ''}${chord.includes('alt-') ? 'Alt-' : ''}${shift}${name}`;
}
