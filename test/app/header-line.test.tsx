import { renderToString } from 'ink';
import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { HeaderLine } from '../../src/app/header-line.tsx';
import { shopPicture } from '../fixtures/shop-picture.ts';
import { NIGHT } from '../fixtures/shop.ts';
import { viewContext } from '../views/view-context.ts';

/** The line as it is drawn for a profile and a rate of calls. */
function drawn(width: number, profile: string | undefined, callsPerSecond = 0.4): string {
	const base = viewContext();
	const context = viewContext({
		now: NIGHT,
		picture: { ...shopPicture(), callsPerSecond },
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

test('lets go of the rate before it lets go of where one is', () => {
	expect(drawn(80, 'staging')).toMatch(/staging · prod · ap-northeast-1 .* ⟳ 0 {3}● {2}2s$/u);
	expect(drawn(40, 'ops')).toMatch(/✖ 0 {2}▲ 0 {2}⟳ 0 {3}● {2}2s$/u);
});
