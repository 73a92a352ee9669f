import { createTheme } from '../components/create-theme.ts';
import type { Theme } from '../components/theme.ts';
import type { Config } from './config/config-schema.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The look that the config asks for; what it leaves open follows the terminal's environment. */
export function terminalTheme({ theme = 'auto', glyphs = 'auto' }: Config, env: Environment): Theme {
	return createTheme({
		background: theme === 'auto' ? background(env) : theme,
		colors: !env['NO_COLOR'] && env['TERM'] !== 'dumb',
		unicode: glyphs === 'auto' ? speaksUtf8(env) : glyphs === 'unicode',
	});
}

/** COLORFGBG is `foreground;background` in the terminal's sixteen colours: 7 and 15 are light ones. */
function background(env: Environment): 'dark' | 'light' {
	const color = env['COLORFGBG']?.split(';').at(-1);
	return color === '7' || color === '15' ? 'light' : 'dark';
}

/** The first of these that is set decides (POSIX, internationalization variables); without any, terminals of today do. */
function speaksUtf8(env: Environment): boolean {
	const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'];
	return !locale || /utf-?8/iu.test(locale);
}
