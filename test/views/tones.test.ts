import { expect, test } from 'vitest';
import { createTheme } from '../../src/components/create-theme.ts';
import { span } from '../../src/views/text-line.ts';
import { toSegment } from '../../src/views/tones.ts';
import { THEME } from '../fixtures/theme.ts';

test('gives a tone the colour of its meaning', () => {
	expect(toSegment(span('UNHEALTHY', 'failing'), THEME)).toEqual({ text: 'UNHEALTHY', color: THEME.failing });
	expect(toSegment(span('Service', 'accent'), THEME)).toEqual({ text: 'Service', bold: true, color: THEME.accent });
	expect(toSegment(span('plain'), THEME)).toEqual({ text: 'plain' });
});

test('keeps what is strong strong where there are no colours', () => {
	const colourless = createTheme({ background: 'dark', colors: false, unicode: true });
	expect(toSegment(span('Service', 'accent'), colourless)).toEqual({ text: 'Service', bold: true });
});

test('writes signs of ours in ASCII where the terminal has nothing else', () => {
	const ascii = createTheme({ background: 'dark', colors: false, unicode: false });
	expect(toSegment(span('─ :42 → :43 · ×3 · 100%–200% •••• …'), ascii).text).toBe(
		'- :42 > :43 - x3 - 100%-200% **** ~',
	);
});
