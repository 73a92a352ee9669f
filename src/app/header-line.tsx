import type { ReactNode } from 'react';
import { Line } from '../components/line.tsx';
import { segmentsWidth } from '../components/segment.ts';
import type { Segment } from '../components/segment.ts';
import type { Theme } from '../components/theme.ts';
import { age } from '../model/age.ts';
import { oldAfter } from '../store/old-after.ts';
import type { ViewContext } from '../views/pane.ts';
import type { ServiceRow } from '../views/services/service-row.ts';
import { servicesAreKnown } from '../views/services/services-words.ts';
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

/** Where we are, how things stand, and how old what is on screen is. */
export function HeaderLine({ context, rows, age: dataAge, width }: HeaderLineProps): ReactNode {
	const { theme } = context;
	const long = width >= WIDE;
	const known = servicesAreKnown(context);
	const name = [{ text: ' deckwatch', color: theme.accent, bold: true }];
	const levels = [...levelTotals(known ? rows : undefined, theme), { text: APART }];
	const fresh = [...(long ? rate(context, 'api ', 4) : []), ...freshness(dataAge, context)];
	const always = segmentsWidth([...name, ...levels, ...fresh]);
	const all = [{ text: `${APART}${known ? rows.length : '-'} ${long ? 'services' : 'svc'}` }];
	const count = always + segmentsWidth(all) > width ? [] : all;
	const room = width - always - segmentsWidth(count);
	const place = fittedPlace(context, room);
	const free = room - segmentsWidth(place);
	const spare = long ? [] : fittedRate(context, free);
	const gap = { text: ' '.repeat(Math.max(0, free - segmentsWidth(spare))) };
	const segments = [...name, ...place, gap, ...count, ...levels, ...spare, ...fresh];
	return <Line segments={segments} width={width} ellipsis={theme.glyphs.ellipsis} />;
}

/** `  prod · ap-northeast-1 · 1111-2222-3333 · ops@sso`; the last parts go first when there is no room. */
function fittedPlace(context: ViewContext, room: number): readonly Segment[] {
	const { theme, settings } = context;
	const readOnly: readonly Segment[] = settings.readOnly
		? [{ text: '  ' }, { text: 'READ-ONLY', color: theme.degraded, bold: true }]
		: [];
	const parts = placeParts(context).map((text, index): readonly Segment[] =>
		index === 0
			? [{ text: '  ' }, { text, bold: true }]
			: [{ text: ` ${theme.glyphs.separator} `, color: theme.dim }, { text }],
	);
	while (parts.length > 0 && segmentsWidth([...parts.flat(), ...readOnly]) > room) parts.pop();
	return [...parts.flat(), ...readOnly];
}

/** `  ✖ 3  ▲ 2  ⟳ 1`; what there is none of is dim, so that nothing jumps. */
function levelTotals(rows: readonly ServiceRow[] | undefined, theme: Theme): readonly Segment[] {
	return (['failing', 'degraded', 'changing'] as const).map((level) => {
		const count = rows?.filter(({ attention }) => attention.level === level).length;
		return { text: `  ${theme.glyphs[level]} ${count ?? '-'}`, color: count ? theme[level] : theme.dim };
	});
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

/** `● 2s`, right-aligned in its cells. */
function freshness({ readAt, stale }: DataAge, { now, theme, picture }: ViewContext): readonly Segment[] {
	const old = stale || (readAt !== undefined && now - readAt > oldAfter('on screen', picture));
	const color = readAt === undefined ? theme.dim : old ? theme.degraded : theme.well;
	return [
		{ text: theme.glyphs.fresh, color },
		{ text: `${age(readAt, now).padStart(4)} `, ...(old ? { color } : {}) },
	];
}
