/** Colours by meaning; undefined leaves the terminal's own. State is told by glyph and word first. */
export type Theme = {
	readonly failing: Color;
	readonly degraded: Color;
	readonly changing: Color;
	/** Only for "just became well". */
	readonly well: Color;
	readonly accent: Color;
	readonly dim: Color;
	/** Frames of panes that do not have the keys. */
	readonly border: Color;
	/** The selected row. */
	readonly selectedBand: Band | undefined;
	/** The header where a mistake costs most; inverse, if undefined. */
	readonly protectedBand: Band | undefined;
	readonly glyphs: Glyphs;
	/** Colours told apart easily, for tasks in a merged log. */
	readonly distinct: readonly string[];
};

/** A colour as Ink's `<Text>` takes it, always as `ansi256(n)`: `paint` knows no other form. */
export type Color = string | undefined;

/** A row's own background, and the text on it: the terminal's default text may be as light or as dark as that. */
export type Band = { readonly background: string; readonly color: string };

export type Glyphs = {
	readonly failing: string;
	readonly degraded: string;
	readonly changing: string;
	readonly well: string;
	readonly selected: string;
	readonly fresh: string;
	readonly gap: string;
	readonly ellipsis: string;
	/** Between the words of a line: `prod · ap-northeast-1`. */
	readonly separator: string;
	/** Between before and after: `:42 → :43`. */
	readonly becomes: string;
	readonly descending: string;
	readonly ascending: string;
	/** What stands for text that has not come yet. */
	readonly skeleton: string;
	readonly box: BoxGlyphs;
	/** Eight levels, lowest first. */
	readonly sparks: readonly string[];
};

export type BoxGlyphs = {
	readonly topLeft: string;
	readonly topRight: string;
	readonly bottomLeft: string;
	readonly bottomRight: string;
	readonly horizontal: string;
	readonly vertical: string;
};
