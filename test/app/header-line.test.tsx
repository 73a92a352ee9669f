import { renderToString } from 'ink';
import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { HeaderLine } from '../../src/app/header-line.tsx';
import { shopPicture } from '../fixtures/shop-picture.ts';
import type { ResourceFailure } from '../../src/model/resource.ts';
import { NIGHT, PROD } from '../fixtures/shop.ts';
import { viewContext } from '../views/view-context.ts';

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
