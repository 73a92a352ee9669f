import { stripVTControlCharacters } from 'node:util';
import { Text, renderToString } from 'ink';
import { describe, expect, test } from 'vitest';
import { createTheme } from '../../src/components/create-theme.ts';
import { PaneFrame } from '../../src/components/pane-frame.tsx';
import type { PaneFrameProps } from '../../src/components/pane-frame.tsx';
import { THEME } from '../fixtures/theme.ts';

function draw(props: Partial<PaneFrameProps>, unicode = true): readonly string[] {
	const theme = createTheme({ background: 'dark', colors: false, unicode });
	const frame = (
		<PaneFrame
			title={['Services', '42', 'by attention']}
			focused={false}
			width={44}
			height={3}
			theme={theme}
			{...props}
		>
			<Text>checkout</Text>
		</PaneFrame>
	);
	return renderToString(frame, { columns: 44 }).split('\n').map(stripVTControlCharacters);
}

describe('PaneFrame', () => {
	test('puts the title into the border', () => {
		expect(draw({})).toEqual([
			'╭ Services ── 42 ── by attention ──────────╮',
			'│checkout                                  │',
			'╰──────────────────────────────────────────╯',
		]);
	});

	test('has room for words in its lower border', () => {
		expect(draw({ foot: [{ text: 'Enter do it' }] })).toEqual([
			'╭ Services ── 42 ── by attention ──────────╮',
			'│checkout                                  │',
			'╰ Enter do it ─────────────────────────────╯',
		]);
	});

	test('says trouble at the right, cut to what is left', () => {
		const [border] = draw({ title: ['Tasks'], trouble: 'stale 40s: ThrottlingException, retry in 8s' });
		expect(border).toBe('╭ Tasks ── stale 40s: ThrottlingExceptio… ─╮');
	});

	test('leaves out the parts of the title that have no room', () => {
		expect(draw({ width: 20 })[0]).toBe('╭ Services ── 42 ──╮');
	});

	test('cuts the first part after the name instead of leaving it out', () => {
		expect(draw({ width: 24, title: ['Tasks', 'checkout /state:stop', '4 stop'] })[0]).toBe('╭ Tasks ── checkout /…─╮');
	});

	test('shows the panes that share the place as tabs, the active one in brackets where there is no colour', () => {
		const tabs = [
			{ label: 'Tasks', active: false },
			{ label: 'Logs', active: true },
		];
		expect(draw({ title: ['Logs', 'checkout'], tabs, theme: THEME })[0]).toBe(
			'╭ Tasks │ Logs ── checkout ────────────────╮',
		);
		expect(draw({ title: ['Logs', 'checkout'], tabs })[0]).toBe('╭ Tasks │ [Logs] ── checkout ──────────────╮');
	});

	test('has a form for terminals without UTF-8', () => {
		expect(draw({ title: ['Tasks'], width: 12 }, false)).toEqual(['+ Tasks ---+', '|checkout  |', '+----------+']);
	});
});
