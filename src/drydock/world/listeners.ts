import type { LoadBalancerState } from './load-balancing.ts';
import type { World } from './world.ts';

export type BalancerListener = { readonly listenerArn: string; readonly port: number; readonly isTest: boolean };

/** The listeners of a load balancer: the one for production, and one for test traffic where a rule needs it. */
export function listenersOf(world: World, balancer: Pick<LoadBalancerState, 'loadBalancerArn'>): BalancerListener[] {
	const production = { listenerArn: listenerArn(balancer, 'production'), port: 443, isTest: false };
	const test = { listenerArn: listenerArn(balancer, 'test'), port: 8443, isTest: true };
	const rules = [...world.listenerRules.values()];
	return rules.some((rule) => rule.listenerArn === test.listenerArn) ? [production, test] : [production];
}

/** `…:listener/app/<name>/<id>/<listener id>` */
export function listenerArn(
	{ loadBalancerArn }: Pick<LoadBalancerState, 'loadBalancerArn'>,
	kind: 'production' | 'test',
): string {
	const id = loadBalancerArn.slice(-16);
	const own = kind === 'production' ? id : [...id].toReversed().join('');
	return `${loadBalancerArn.replace(':loadbalancer/', ':listener/')}/${own}`;
}

/** `…:listener-rule/app/<name>/<id>/<listener id>/<rule id>` */
export function ruleArn(listener: string, id: string): string {
	return `${listener.replace(':listener/', ':listener-rule/')}/${id}`;
}
