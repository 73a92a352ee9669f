import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createDrydock } from '../../../src/drydock/drydock.ts';
import { readScenario } from '../../../src/drydock/scenario/read-scenario.ts';
import { MINUTE } from '../../../src/drydock/world/clock.ts';
import { NOON, serviceNamed } from '../world/small-shop.ts';

test("the README's scenario is one, and what it says comes about", () => {
	const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
	const [, yaml = ''] = /```yaml\n(description: [\s\S]*?)```/.exec(readme) ?? [];
	const { world, control } = createDrydock({
		scenario: readScenario(yaml, 'README.md'),
		startAt: NOON,
		now: () => NOON,
	});
	const status = (name: string) => serviceNamed(world, name).serviceDeployments[0]?.status;
	control.step(11 * MINUTE);
	expect([status('checkout'), status('cart')]).toEqual(['ROLLBACK_SUCCESSFUL', 'IN_PROGRESS']);
	control.step(30 * MINUTE);
	expect(status('cart')).toBe('SUCCESSFUL');
});
