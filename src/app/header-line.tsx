import type { ReactNode } from 'react';
import { cellWidth, truncate } from '../components/cell-width.ts';
import { Line } from '../components/line.tsx';
import { segmentsWidth } from '../components/segment.ts';
import type { Segment } from '../components/segment.ts';
import type { Theme } from '../components/theme.ts';
import { age } from '../model/age.ts';
import { shortCause } from '../model/failure-words.ts';
import { oldAfter } from '../store/old-after.ts';
import { moment, timeOfDay, zone } from '../views/clock.ts';
import { isOpen } from '../views/changes/change-record.ts';
import { atPresent } from '../views/events/entries.ts';
import { guardOnScreen, type GuardOnScreen } from '../views/guard-on-screen.ts';
import { keyOf } from '../views/key-of.ts';
import type { ViewContext } from '../views/pane.ts';
import type { ServiceRow } from '../views/services/service-row.ts';
import { servicesAreKnown } from '../views/services/services-words.ts';
import { accountTrouble } from '../views/trouble.ts';
import type { DataAge } from './data-age.ts';
import { placeParts } from './place.ts';

export type HeaderLineProps = {
	readonly context: ViewContext;
	readonly rows: readonly ServiceRow[];
	readonly age: DataAge;
	readonly width: number;
};

/** From this width on there is room for words, and always for the rate of calls. */
const WIDE = 100;

/** Between the groups of words, so that they are seen as groups. */
const APART = '   ';

/** Where we are, how things stand, and how old what is on screen is; painted from end to end where a mistake costs most. */
export function HeaderLine({ context, rows, age: dataAge, width }: HeaderLineProps): ReactNode {
	const { theme } = context;
	const long = width >= WIDE;
	const known = servicesAreKnown(context);
	const guard = guardOnScreen(context);
	const name = [{ text: ' deckwatch', color: theme.accent, bold: true }];
	const levels = [...levelTotals(known ? rows : undefined, theme), ...openChanges(context), { text: APART }];
	const fresh = [...(long ? rate(context, 'api ', 4) : []), ...freshness(dataAge, atPresent(context))];
	const always = segmentsWidth([...levels, ...fresh]);
	const all = [{ text: `${APART}${known ? rows.length : '-'} ${long ? 'services' : 'svc'}` }];
	const rewound = rewoundWords(context, width - always);
	const shut = rewound ?? trouble(context, width - always - segmentsWidth(name));
	// The list has the count in its border; where we are stands nowhere else.
	const isTight = (guard.protected || rewound !== undefined) && !long;
	const count = isTight || always + segmentsWidth([...name, ...(shut ?? []), ...all]) > width ? [] : all;
	const room = width - always - segmentsWidth(count);
	const place = rewound ?? (shut ? [...name, ...shut] : fittedPlace(context, name, guard, room));
	const free = room - segmentsWidth(place);
	const spare = long ? [] : fittedRate(context, free);
	const time = fittedClock(context, free - segmentsWidth(spare));
	const gap = { text: ' '.repeat(Math.max(0, free - segmentsWidth([...spare, ...time]))) };
	const segments = [...place, gap, ...time, ...count, ...levels, ...spare, ...fresh];
	const { protectedBand: band, glyphs } = theme;
	if (!guard.protected && !rewound) return <Line segments={segments} width={width} ellipsis={glyphs.ellipsis} />;
	return <Line segments={painted(segments, theme)} width={width} band={band} ellipsis={glyphs.ellipsis} />;
}

/**
 * ` REWOUND to 12:01:00, 3m ago · [ ] move · Esc for now`, in the place of where we are: nobody is to take it for the
 * present. How to move goes first where there is no room.
 */
function rewoundWords(context: ViewContext, room: number): readonly Segment[] | undefined {
	const { rewound, settings, theme } = context;
	if (!rewound) return undefined;
	const { separator } = theme.glyphs;
	const time = timeOfDay(rewound.at, settings.utc);
	const when = ` REWOUND to ${time}, ${age(rewound.at, rewound.present.now)} ago`;
	const move = ` ${separator} ${keyOf(context, 'rewind.back')} ${keyOf(context, 'rewind.forward')} move`;
	const leave = ` ${separator} ${keyOf(context, 'back')} for now`;
	const forms = [when + move + leave, when + leave, ` REWOUND to ${time}${leave}`, ` REWOUND ${time}`];
	const text =
		forms.find((form) => cellWidth(form) <= room) ?? truncate(forms.at(-1) ?? '', room, theme.glyphs.ellipsis);
	return [{ text, bold: true }];
}

/** `  ✖ credentials expired 15:48: sign in again`, in the place of where we are; undefined while AWS lets us in. */
function trouble({ picture, theme, settings, now }: ViewContext, room: number): readonly Segment[] | undefined {
	const failure = accountTrouble(picture);
	if (!failure) return undefined;
	const time = moment(failure.since, now, settings.utc).slice(0, -3);
	const words = `  ${theme.glyphs.failing} ${shortCause(failure)} ${time}: sign in again`;
	return [{ text: truncate(words, room, theme.glyphs.ellipsis), color: theme.failing, bold: true }];
}

/**
 * ` deckwatch  prod · ap-northeast-1 · 1111-2222-3333 · ops@sso  PROTECTED`; the last parts go first when there is no room,
 * and before the rules go our own name and the name of the place.
 */
function fittedPlace(
	context: ViewContext,
	name: readonly Segment[],
	{ readOnly, protected: isProtected }: GuardOnScreen,
	room: number,
): readonly Segment[] {
	const { theme } = context;
	const rules = [...(isProtected ? ['PROTECTED'] : []), ...(readOnly ? ['READ-ONLY'] : [])].flatMap((text) => [
		{ text: '  ' },
		{ text, color: theme.degraded, bold: true },
	]);
	const parts = placeParts(context).map((text, index): readonly Segment[] =>
		index === 0
			? [{ text: '  ' }, { text, bold: true }]
			: [{ text: ` ${theme.glyphs.separator} `, color: theme.dim }, { text }],
	);
	const first = [{ text: ' ' }, ...(parts[0]?.slice(1) ?? [])];
	const strictest = rules.slice(-2);
	const forms = [
		...parts.map((_, dropped) => [...name, ...parts.slice(0, parts.length - dropped).flat(), ...rules]),
		...(rules.length > 0 ? [[...first, ...rules], [...first, ...strictest], strictest] : [name]),
	];
	return forms.find((segments) => segmentsWidth(segments) <= room) ?? forms.at(-1) ?? name;
}

/** In the colours of the band alone: others are not to be read on it. What had one is bold instead, and without colours all is inverse. */
function painted(segments: readonly Segment[], { protectedBand, dim }: Theme): readonly Segment[] {
	return segments.map(({ text, color, bold }) => ({
		text,
		bold: bold ?? (color !== undefined && color !== dim),
		...(protectedBand ? {} : { inverse: true }),
	}));
}

/** `  ✖ 3  ▲ 2  ⟳ 1`; what there is none of is dim, so that nothing jumps. */
function levelTotals(rows: readonly ServiceRow[] | undefined, theme: Theme): readonly Segment[] {
	return (['failing', 'degraded', 'changing'] as const).map((level) => {
		const count = rows?.filter(({ attention }) => attention.level === level).length;
		return { text: `  ${theme.glyphs[level]} ${count ?? '-'}`, color: count ? theme[level] : theme.dim };
	});
}

/** `  2 changes`: how many are followed, are to be put back, or were to be and were not. */
function openChanges({ acts, theme }: ViewContext): readonly Segment[] {
	const open = acts.changes.filter(isOpen);
	if (open.length === 0) return [];
	const color = open.some(({ putBack }) => putBack?.state === 'left') ? theme.degraded : theme.changing;
	return [{ text: '  ' }, { text: `${open.length} ${open.length === 1 ? 'change' : 'changes'}`, color, bold: true }];
}

/** `api  0.4/s`, the number right-aligned in its cells. */
function rate({ picture, theme }: ViewContext, label: string, cells: number): readonly Segment[] {
	return [{ text: `${label}${picture.callsPerSecond.toFixed(1).padStart(cells)}/s  `, color: theme.dim }];
}

/** The rate in the cells that nothing else needs: with its label, without, or not at all. */
function fittedRate(context: ViewContext, free: number): readonly Segment[] {
	const forms = ['api ', ''].map((label) => rate(context, label, 3));
	return forms.find((segments) => segmentsWidth(segments) <= free) ?? [];
}

/** `12:04 UTC+9`, to the minute, so that it moves rarely: whose time it is that all others on the screen are in. */
function fittedClock({ now, theme, settings }: ViewContext, free: number): readonly Segment[] {
	const text = `${APART}${timeOfDay(now, settings.utc).slice(0, 5)} ${zone(now, settings.utc)}`;
	return cellWidth(text) > free ? [] : [{ text, color: theme.dim }];
}

/** `● 2s`, right-aligned in its cells. */
function freshness({ readAt, stale }: DataAge, { now, theme, picture }: ViewContext): readonly Segment[] {
	const old = stale || (readAt !== undefined && now - readAt > oldAfter('on screen', picture));
	const color = readAt === undefined ? theme.dim : old ? theme.degraded : theme.well;
	return [
		{ text: theme.glyphs.fresh, color },
		{ text: `${age(readAt, now).padStart(4)} `, ...(old ? { color } : {}) },
	];
}
