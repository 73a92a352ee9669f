import { renderToString } from 'ink';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { HeaderLine } from '../../src/app/header-line.tsx';
import { shopPicture } from '../fixtures/shop-picture.ts';
import type { ResourceFailure } from '../../src/model/resource.ts';
import type { Theme } from '../../src/components/theme.ts';
import { createTheme } from '../../src/components/create-theme.ts';
import type { Context } from '../../src/model/context.ts';
import { EMPTY_PICTURE, type Picture } from '../../src/store/picture.ts';
import type { ViewSettings } from '../../src/views/pane.ts';
import type { UiState } from '../../src/views/ui-state.ts';
import type { ChangeRecord } from '../../src/views/changes/change-record.ts';
import { aChange } from '../fixtures/a-change.ts';
import { NIGHT, PROD } from '../fixtures/shop.ts';
import { THEME } from '../fixtures/theme.ts';
import { viewContext } from '../views/view-context.ts';

type Drawn = {
	readonly contexts: readonly Context[];
	readonly ui?: Partial<UiState>;
	readonly theme?: Theme;
	readonly settings?: Partial<ViewSettings>;
	readonly picture?: Picture;
};

/** The line as it is drawn where contexts hold, with its colours. */
function guarded(
	width: number,
	{ contexts, ui = {}, theme = THEME, settings = {}, picture = shopPicture() }: Drawn,
): string {
	const base = viewContext();
	const context = viewContext({
		now: NIGHT,
		picture,
		ui,
		theme,
		settings: { ...base.settings, profile: 'ops', ...settings, contexts },
	});
	const line = <HeaderLine context={context} rows={[]} age={{ readAt: NIGHT - 2_000, stale: false }} width={width} />;
	return renderToString(line, { columns: width });
}

/** The line as it is drawn for a profile and a rate of calls. */
function drawn(width: number, profile: string | undefined, callsPerSecond = 0.4, picture = shopPicture()): string {
	const base = viewContext();
	const context = viewContext({
		now: NIGHT,
		picture: { ...picture, callsPerSecond },
		settings: { ...base.settings, profile },
	});
	const line = <HeaderLine context={context} rows={[]} age={{ readAt: NIGHT - 2_000, stale: false }} width={width} />;
	return stripVTControlCharacters(renderToString(line, { columns: width })).trimEnd();
}

test('says how much AWS is asked beside totals and age, with a word where there is room', () => {
	expect(drawn(120, 'ops')).toMatch(/0 services {2}✖ 0 {2}▲ 0 {2}⟳ 0 {3}api {2}0\.4\/s {2}● {2}2s$/u);
	expect(drawn(80, undefined)).toMatch(/prod · ap-northeast-1 +0 svc {2}✖ 0 {2}▲ 0 {2}⟳ 0 {3}api 0\.4\/s {2}● {2}2s$/u);
	expect(drawn(80, 'live')).toMatch(/live · prod · ap-northeast-1 +0 svc {2}✖ 0 {2}▲ 0 {2}⟳ 0 {3}0\.4\/s {2}● {2}2s$/u);
});

test('says in the place of where one is that AWS does not let one in', () => {
	const failure: ResourceFailure = {
		kind: 'expired-credentials',
		service: 'ecs',
		operation: 'DescribeServices',
		code: 'ExpiredTokenException',
		message: 'The security token included in the request is expired',
		next: 'Run `aws sso login`.',
		since: NIGHT - 10_000,
	};
	const expired = { ...shopPicture(), services: { [PROD]: { failure } } };
	expect(drawn(120, 'ops', 0.4, expired)).toMatch(/^ deckwatch {2}✖ credentials expired 03:0\d: sign in again {3}/u);
	expect(drawn(80, 'ops', 0.4, expired)).toMatch(/^ deckwatch {2}✖ credentials expired 03:0\d: sign in again {3}/u);
});

test('says what time it is, and where, as far as there is room', () => {
	expect(drawn(140, 'ops')).toMatch(/ 03:04 UTC {3}0 services/u);
	expect(drawn(40, 'ops')).not.toContain('UTC');
});

test('lets go of the rate before it lets go of where one is', () => {
	expect(drawn(80, 'staging')).toMatch(/staging · prod · ap-northeast-1 .* ⟳ 0 {3}● {2}2s$/u);
	expect(drawn(40, 'ops')).toMatch(/✖ 0 {2}▲ 0 {2}⟳ 0 {3}● {2}2s$/u);
});

describe('while something was changed', () => {
	const line = (width: number, ...changes: readonly Partial<ChangeRecord>[]) => {
		const acts = { dialog: undefined, changes: changes.map(aChange) };
		const context = viewContext({ now: NIGHT, picture: shopPicture(), acts });
		const drawnLine = <HeaderLine context={context} rows={[]} age={{ readAt: NIGHT, stale: false }} width={width} />;
		return stripVTControlCharacters(renderToString(drawnLine, { columns: width }));
	};
	const outcome = { state: 'done', text: 'cart runs 5 of 5 tasks.' } as const;
	const putBack = { at: NIGHT + 60_000, text: '' };

	test.each([60, 80, 120])('%i cells say what is followed and what is to be put back', (width) => {
		expect(line(width, {})).toMatch(/⟳ 0 {2}1 change {3}/u);
		const waiting = { ...putBack, state: 'waiting' } as const;
		expect(line(width, {}, { outcome, putBack: waiting }, { outcome })).toMatch(/⟳ 0 {2}2 changes {3}/u);
	});

	test('what was not put back is still one to look after', () => {
		expect(line(80, { outcome, putBack: { ...putBack, state: 'left' } })).toContain('1 change');
		expect(line(80, { outcome, putBack: { ...putBack, state: 'done' } })).not.toContain('change');
	});
});

describe('in a context', () => {
	const live = { name: 'live', account: '111122223333', clusters: ['prod'], protected: true };
	const STAGING = PROD.replace('prod', 'staging');
	const BARE = createTheme({ background: 'dark', colors: false, unicode: false });

	test.each([
		[120, / live · prod · ap-northeast-1 · 1111-2222-3333 {2}PROTECTED .* services /u],
		[80, /^ deckwatch {2}live · prod · ap-northeast-1 {2}PROTECTED +✖ 0 /u],
		[40, /^ live {2}PROTECTED {2}✖ 0 {2}▲ 0 {2}⟳ 0 {3}● {2}2s $/u],
	])('that is protected %i cells say so, and its name in place of the profile', (width, words) => {
		const drawnLine = guarded(width, { contexts: [live] });
		expect(stripVTControlCharacters(drawnLine)).toMatch(words);
		// One background and one colour from end to end: no other would be readable on it.
		expect(drawnLine.startsWith('\u001b[48;5;124m') && drawnLine.endsWith('\u001b[49m')).toBe(true);
		expect([...new Set(drawnLine.match(/38;5;\d+/gu))]).toEqual(['38;5;231']);
	});

	test('that is protected all is inverse where there are no colours, and the words are there in ASCII', () => {
		const line = guarded(80, { contexts: [live], theme: BARE });
		expect(stripVTControlCharacters(line)).toMatch(/^ deckwatch {2}live - prod - ap-northeast-1 {2}PROTECTED /u);
		expect(stripVTControlCharacters(line)).toHaveLength(80);
		const outside = line.split('\u001b[7m').map((piece) => piece.split('\u001b[27m').at(-1) ?? '');
		expect(stripVTControlCharacters(outside.join(''))).toBe('');
	});

	test('that is protected and one of several shown together the line is painted, and nothing is called its that is not', () => {
		const ui = { clusterArns: [STAGING, PROD] };
		const line = guarded(120, { contexts: [live], ui });
		expect(line).toContain('48;5;124');
		expect(stripVTControlCharacters(line)).toMatch(/ ops, live · staging, prod .* PROTECTED /u);
		const other = guarded(120, { contexts: [live], ui: { clusterArns: [STAGING], serviceArn: undefined } });
		expect(other).not.toContain('48;5;124');
		expect(stripVTControlCharacters(other)).not.toContain('PROTECTED');
	});

	test('that is read-only the line says so of the service that is selected', () => {
		const contexts = [{ ...live, protected: false, readOnly: true }];
		const clusterArns = [STAGING, PROD];
		const words = (ui: Partial<UiState>) => stripVTControlCharacters(guarded(120, { contexts, ui }));
		expect(words({ clusterArns })).toContain(' READ-ONLY ');
		expect(words({ clusterArns, serviceArn: PROD.replace('cluster/prod', 'service/staging/cart') })).not.toContain(
			'READ-ONLY',
		);
		expect(words({ clusterArns, serviceArn: undefined })).not.toContain('READ-ONLY');
		expect(words({ clusterArns: [PROD], serviceArn: undefined })).toContain('READ-ONLY');
	});

	test('that is both, READ-ONLY is what is left where there is no room', () => {
		const line = guarded(40, { contexts: [{ ...live, readOnly: true }] });
		expect(stripVTControlCharacters(line)).toMatch(/^ live {2}READ-ONLY {2}✖ 0 /u);
		expect(line).toContain('48;5;124');
	});

	test.each([
		['by its name', { profile: undefined, context: 'live' }, true],
		['by its profile', { profile: 'shop-prod' }, true],
		['by another profile', { profile: 'ops' }, false],
	])('that was opened %s the line is painted before anything is known: %o, %s', (_, settings, painted) => {
		const contexts = [{ ...live, profile: 'shop-prod' }];
		const ui = { serviceArn: undefined };
		const line = guarded(80, { contexts, settings, picture: EMPTY_PICTURE, ui });
		expect(line.includes('48;5;124')).toBe(painted);
	});
});
