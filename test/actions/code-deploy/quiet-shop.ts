import type { Hands } from '../../../src/actions/hands.ts';
import { actingShop, type ActingShop } from '../shop.ts';

export const MINUTE = 60_000;

/** The shop that CodeDeploy deploys, when what the scenario opens with is over. */
export function quietShop(): ActingShop {
	const shop = actingShop('code-deploy');
	shop.drydock.control.step(75 * MINUTE);
	return shop;
}

/** Ten minutes from now. */
export const soon = (shop: ActingShop): Partial<Hands> => ({ until: shop.hands.now() + 10 * MINUTE });

export function groupOf(shop: ActingShop, name: string) {
	for (const { groups } of shop.drydock.world.codeDeploy.values()) {
		const group = groups.get(`DgpECS-prod-${name}`);
		if (group) return group;
	}
	throw new Error(`there is no group of ${name}`);
}

/** Something happens in AWS while the action waits for the second time. */
export function meanwhile(shop: ActingShop, happens: () => void): Partial<Hands> {
	let waits = 0;
	return {
		...soon(shop),
		wait: async (ms) => {
			waits++;
			if (waits === 2) happens();
			shop.drydock.control.step(ms);
		},
	};
}
