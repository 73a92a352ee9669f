import { describe, expect, test } from 'vitest';
import { createTheme } from '../../src/components/create-theme.ts';
import { terminalTheme } from '../../src/cli/terminal-theme.ts';

const DARK = createTheme({ background: 'dark', colors: true, unicode: true });
const LIGHT = createTheme({ background: 'light', colors: true, unicode: true });
const COLOURLESS = createTheme({ background: 'dark', colors: false, unicode: true });
const ASCII = createTheme({ background: 'dark', colors: true, unicode: false });

describe('a config that leaves the look open', () => {
	test.each([
		['dark and Unicode where nothing says otherwise', {}, DARK],
		['without colours under NO_COLOR', { NO_COLOR: '1' }, COLOURLESS],
		['with colours where NO_COLOR is empty', { NO_COLOR: '' }, DARK],
		['without colours on a dumb terminal', { TERM: 'dumb' }, COLOURLESS],
		['light where the background is white', { COLORFGBG: '0;15' }, LIGHT],
		['light where the background is light grey, with a default between', { COLORFGBG: '0;default;7' }, LIGHT],
		['dark where the background is black', { COLORFGBG: '15;0' }, DARK],
		['Unicode in a UTF-8 locale', { LANG: 'de_DE.utf8' }, DARK],
		['ASCII in another locale', { LANG: 'C' }, ASCII],
		['as LC_ALL says before LANG', { LC_ALL: 'POSIX', LANG: 'en_US.UTF-8' }, ASCII],
		['as LC_CTYPE says before LANG', { LC_CTYPE: 'en_US.UTF-8', LANG: 'C' }, DARK],
	])('is %s', (_, env, theme) => {
		expect(terminalTheme({}, env)).toEqual(theme);
	});
});

test('a config that names a look has it, whatever the terminal says', () => {
	expect(terminalTheme({ theme: 'dark' }, { COLORFGBG: '0;15' })).toEqual(DARK);
	expect(terminalTheme({ theme: 'light' }, { COLORFGBG: '15;0' })).toEqual(LIGHT);
	expect(terminalTheme({ glyphs: 'unicode' }, { LANG: 'C' })).toEqual(DARK);
	expect(terminalTheme({ glyphs: 'ascii' }, { LANG: 'en_US.UTF-8' })).toEqual(ASCII);
});
