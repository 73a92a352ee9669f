import { expect, test } from 'vitest';
import { NOON, shopServer } from './shop-server.ts';

const shop = shopServer('secret-denied');
const HOUR = 3_600_000;

test.each(['why', 'services', 'events --since 10m', 'events --markdown', 'health checkout'])(
	'"%s" goes by the clock of AWS where that of this machine is three hours off',
	async (line) => {
		shop.step(20 * 60_000);
		const right = await shop.run(line);
		expect(right.stdout).not.toBe('');
		for (const off of [-3 * HOUR, 3 * HOUR]) {
			const now = () => NOON + 20 * 60_000 + off;
			expect((await shop.run(line, { now })).stdout).toBe(right.stdout);
		}
	},
);
