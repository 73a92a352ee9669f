import { expect, test } from 'vitest';
import { openConsole } from './open-console.ts';
import { screenSvg } from './svg.ts';

/** What is pressed on the home screen, and what is then on the screen for good. */
const PICTURES: readonly (readonly [name: string, keys: string, shown: RegExp])[] = [
	['home', '', /Why ── checkout[^]*payment provider slow/u],
	['service', '\r', /╭ Service ── checkout[^]*Autoscaling/u],
	['logs', 'l', /╭ Logs ── checkout[^]*payment provider slow/u],
	['metrics', 'm', /╭ Metrics ── checkout[^]*Memory/u],
	['events', 'e', /╭ Events ── checkout[^]*deploy/u],
	['palette', ':', /╭ Command/u],
];

// `vitest run test/screens -u` draws them anew.
test.each(PICTURES)('the picture of %s shows the screen as it is', async (name, keys, shown) => {
	const { terminal, press, sees, losesSight, ended } = openConsole({ columns: 120, rows: 34 });
	await sees(/Why ── checkout[^]*payment provider slow/u);
	if (keys !== '') press(keys);
	if (keys !== '' && keys !== ':') await losesSight('Why ──');
	await sees(shown);
	await expect(screenSvg(terminal)).toMatchFileSnapshot(`../../screenshots/${name}.svg`);
	press('\u0003');
	await ended;
});
