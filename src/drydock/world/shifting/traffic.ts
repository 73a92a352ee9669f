import type { ServiceDeploymentState, ServiceRevisionState } from '../deployment.ts';
import type { ServiceState } from '../service.ts';
import type { World } from '../world.ts';

/** Seconds until a load balancer follows new weights: the last errors of a canary were seen 7 s after it was rolled back. */
export const TRAFFIC_TAKES = { from: 7, to: 15 };

/** Whether there is anything to shift: a service behind neither a load balancer nor Service Connect has no traffic. */
export function hasTraffic({ settings, loadBalancers }: ServiceRevisionState): boolean {
	return (
		loadBalancers.some(({ advancedConfiguration }) => advancedConfiguration !== undefined) ||
		settings.serviceConnectConfiguration?.enabled === true
	);
}

/** Gives the new revision these percents of the production and the test traffic, and the rest to the other one. */
export function shiftTraffic(
	world: World,
	service: ServiceState,
	rollout: ServiceDeploymentState,
	{ production, test }: { readonly production: number; readonly test: number },
): void {
	const { shift, targetRevisionArn } = rollout;
	if (!shift) return;
	shift.production = production;
	shift.test = test;
	const revision = service.revisions.find(({ serviceRevisionArn }) => serviceRevisionArn === targetRevisionArn);
	if (revision) weigh(world, revision, { production, test });
}

/** Gives a revision all traffic, whoever had it. */
export function giveAllTraffic(world: World, revision: ServiceRevisionState): void {
	weigh(world, revision, { production: 100, test: 100 });
}

function weigh(
	world: World,
	{ settings, loadBalancers }: ServiceRevisionState,
	{ production, test }: { readonly production: number; readonly test: number },
): void {
	for (const [index, { targetGroupArn = '', advancedConfiguration }] of loadBalancers.entries()) {
		const groups = [settings.loadBalancers[index]?.targetGroupArn, advancedConfiguration?.alternateTargetGroupArn];
		const other = groups.find((arn) => arn !== undefined && arn !== targetGroupArn);
		const share = (ruleArn: string | undefined, percent: number): void => {
			const rule = world.listenerRules.get(ruleArn ?? '');
			if (!rule) return;
			// Weights are whole numbers up to 999: of tenths of a percent, ten times as much.
			const scale = Number.isInteger(percent) ? 1 : 10;
			rule.weights.set(targetGroupArn, Math.round(scale * percent));
			if (other !== undefined) rule.weights.set(other, Math.round(scale * (100 - percent)));
		};
		share(advancedConfiguration?.productionListenerRule, production);
		share(advancedConfiguration?.testListenerRule, test);
	}
}
