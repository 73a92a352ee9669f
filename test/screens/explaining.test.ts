import { afterEach, expect, test, vi } from 'vitest';
import { livingConsole } from './living-console.ts';
import { screenSvg } from './svg.ts';

afterEach(() => vi.useRealTimers());

/** What is pressed, one after the other, and what the screen then says. */
const PICTURES: readonly (readonly [name: string, keys: string, says: RegExp])[] = [
	['why', 'w', /╭ Why ── checkout[^]*8081/u],
	['health', '\u001bh', /╭ Health ── checkout[^]*killed by checks/u],
	['timeline', '\u001bef', /╭ Events ── checkout[^]*:42 → :43/u],
];

// `vitest run test/screens -u` draws them anew.
test('the pictures of why, health and timeline are of a health check that fails', async () => {
	const { terminal, lines, press, pass, leave } = await livingConsole('health-check', { columns: 120, rows: 34 });
	await pass(45);
	for (const [name, keys, says] of PICTURES) {
		for (const key of keys) {
			press(key);
			// oxlint-disable-next-line no-await-in-loop -- a key after the other
			await pass(2);
		}
		expect(lines().join('\n')).toMatch(says);
		// oxlint-disable-next-line no-await-in-loop -- as above
		await expect(screenSvg(terminal)).toMatchFileSnapshot(`../../screenshots/${name}.svg`);
	}
	await leave();
}, 120_000);
