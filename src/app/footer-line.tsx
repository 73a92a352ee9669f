import type { ReactNode } from 'react';
import { Line } from '../components/line.tsx';
import { segmentsWidth } from '../components/segment.ts';
import type { Segment } from '../components/segment.ts';
import { textInput } from '../components/text-input.ts';
import type { Theme } from '../components/theme.ts';
import type { Binding } from '../keymap/binding.ts';
import { chordLabel } from '../keymap/chord.ts';
import { focusedField, type DialogState } from '../views/actions/dialog-state.ts';
import { keyOf } from '../views/key-of.ts';
import type { Flash, Prompt } from '../views/ui-state.ts';
import { promptLine } from './handle-key.ts';
import type { ViewContext } from '../views/pane.ts';

export type FooterLineProps = {
	readonly context: ViewContext;
	readonly scopes: readonly (readonly Binding<ViewContext>[])[];
	readonly width: number;
};

/** What works while the palette has the keys. */
const PALETTE_KEYS = [
	[chordLabel('enter'), 'run'],
	[chordLabel('up') + chordLabel('down'), 'move'],
	[chordLabel('esc'), 'leave'],
] as const;

/** The line being typed, or what was just said, or the keys that work here and now. */
export function FooterLine({ context, scopes, width }: FooterLineProps): ReactNode {
	const { ui, theme } = context;
	const segments =
		ui.prompt?.kind === 'filter'
			? promptSegments(ui.prompt, theme)
			: ui.prompt
				? PALETTE_KEYS.flatMap(([key, words]) => keyWords(key, words, theme))
				: ui.flash
					? flashSegments(ui.flash, theme)
					: context.acts.dialog
						? fieldKeys(context.acts.dialog, context).flatMap(([key, words]) => keyWords(key, words, theme))
						: keySegments(context, scopes, width);
	return <Line segments={segments} width={width} ellipsis={theme.glyphs.ellipsis} />;
}

/** What changes the field that has the keys; those of the dialog itself stand in its border. */
function fieldKeys(dialog: DialogState, context: ViewContext): readonly (readonly [string, string])[] {
	const field = dialog.phase === 'carrying out' ? undefined : focusedField(dialog);
	switch (field?.kind) {
		case 'choice':
			return field.choices.length < 2 ? [] : [[`${chordLabel('left')}${chordLabel('right')}`, 'change it']];
		case 'tick':
			return [[chordLabel('space'), 'tick']];
		case 'document':
			return [[chordLabel('space'), 'open in your editor']];
		case 'text':
			return field.suggestions?.length ? [[keyOf(context, 'dialog.suggest'), 'next suggestion']] : [];
		case undefined:
			return [];
	}
}

function promptSegments(prompt: Prompt, theme: Theme): readonly Segment[] {
	const hint = '   Enter keep  Esc leave   !not  /regex/  col:value';
	return [
		{ text: ' /', color: theme.accent, bold: true },
		...textInput(promptLine(prompt)),
		{ text: hint, color: theme.dim },
	];
}

function flashSegments({ level, text }: Flash, theme: Theme): readonly Segment[] {
	const color = level === 'error' ? theme.failing : level === 'warning' ? theme.degraded : theme.accent;
	return [{ text: ` ${text}`, color }];
}

/** ` Enter service  l logs  e events  / filter  : command  ? help`; some stay when there is no room for all. */
function keySegments(
	context: ViewContext,
	scopes: readonly (readonly Binding<ViewContext>[])[],
	width: number,
): readonly Segment[] {
	const hints = footerHints(context, scopes);
	const always = hints.filter(({ stays }) => stays);
	const parts = (shown: readonly Binding<ViewContext>[]) => shown.flatMap((hint) => hintSegments(hint, context));
	const others = hints.filter(({ stays }) => !stays);
	for (let count = others.length; count > 0; count -= 1) {
		const segments = parts([...others.slice(0, count), ...always]);
		if (segmentsWidth(segments) <= width) return segments;
	}
	return parts(always);
}

/** The bindings with a place in the footer that would do something now: those of this screen, most useful first, then the others. */
export function footerHints(
	context: ViewContext,
	scopes: readonly (readonly Binding<ViewContext>[])[],
): readonly Binding<ViewContext>[] {
	const taken = new Set<string>();
	return scopes.flatMap((scope) => {
		const own = scope.flatMap((binding) => {
			const key = binding.keys.find((chord) => !taken.has(chord));
			return key === undefined ? [] : [{ ...binding, keys: [key] }];
		});
		for (const binding of scope) for (const chord of binding.keys) taken.add(chord);
		return own
			.filter((binding) => binding.footer !== undefined && binding.offBecause?.(context) === undefined)
			.toSorted((a, b) => (a.footer ?? 0) - (b.footer ?? 0));
	});
}

function hintSegments({ keys, label, hint }: Binding<ViewContext>, context: ViewContext): readonly Segment[] {
	return keyWords(chordLabel(keys[0] ?? ''), hint?.(context) ?? label, context.theme);
}

function keyWords(key: string, words: string, theme: Theme): readonly Segment[] {
	return [
		{ text: ` ${key}`, bold: true },
		{ text: ` ${words} `, color: theme.dim },
	];
}
