import { ASCII_GLYPHS, UNICODE_GLYPHS } from './glyphs.ts';
import type { Theme } from './theme.ts';

export type ThemeOptions = {
	readonly background: 'dark' | 'light';
	/** False under NO_COLOR (https://no-color.org): bold and inverse remain. */
	readonly colors: boolean;
	/** False where the locale is not UTF-8, or by config. */
	readonly unicode: boolean;
};

type Palette = Omit<Theme, 'glyphs'>;

/** From the 256-colour cube, which looks the same whatever sixteen colours the terminal is set to. */
const DARK: Palette = {
	failing: 'ansi256(203)',
	degraded: 'ansi256(221)',
	changing: 'ansi256(75)',
	well: 'ansi256(114)',
	accent: 'ansi256(80)',
	dim: 'ansi256(245)',
	border: 'ansi256(240)',
	selectedBand: { background: 'ansi256(237)', color: 'ansi256(255)' },
	protectedBand: { background: 'ansi256(124)', color: 'ansi256(231)' },
	distinct: [80, 180, 111, 150, 176, 216, 109, 187].map((code) => `ansi256(${code})`),
};

const LIGHT: Palette = {
	failing: 'ansi256(160)',
	degraded: 'ansi256(130)',
	changing: 'ansi256(26)',
	well: 'ansi256(28)',
	accent: 'ansi256(30)',
	dim: 'ansi256(242)',
	border: 'ansi256(249)',
	selectedBand: { background: 'ansi256(254)', color: 'ansi256(234)' },
	protectedBand: { background: 'ansi256(160)', color: 'ansi256(231)' },
	distinct: [30, 94, 25, 64, 90, 130, 66, 100].map((code) => `ansi256(${code})`),
};

const COLOURLESS: Palette = {
	failing: undefined,
	degraded: undefined,
	changing: undefined,
	well: undefined,
	accent: undefined,
	dim: undefined,
	border: undefined,
	selectedBand: undefined,
	protectedBand: undefined,
	distinct: [],
};

/** The look of the console for a terminal of these abilities. */
export function createTheme({ background, colors, unicode }: ThemeOptions): Theme {
	const palette = colors ? (background === 'light' ? LIGHT : DARK) : COLOURLESS;
	return { ...palette, glyphs: unicode ? UNICODE_GLYPHS : ASCII_GLYPHS };
}
