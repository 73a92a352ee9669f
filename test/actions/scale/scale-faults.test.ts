import { scale } from '../../../src/actions/scale/scale.ts';
import { target } from '../../../src/actions/target/target.ts';
import { type ActingShop, actingShop } from '../shop.ts';
import { sufferFaults } from '../suffer-faults.ts';

sufferFaults({
	action: scale,
	open: async () => {
		const shop = actingShop();
		// What the shop's own autoscaling would change meanwhile is another story.
		await shop.carryOut(target, await shop.plan(target, 'search', { scaleIn: false, scaleOut: false }));
		return { shop, plan: await shop.plan(scale, 'search', { count: '9', moveBound: true }) };
	},
	calls: ['application-autoscaling:RegisterScalableTarget', 'ecs:UpdateService'],
	made: async (shop: ActingShop) => {
		const { clusterArn, region } = await shop.subject('search');
		const resourceId = 'service/prod/search';
		const scaling = await shop.aws.scaling(region, [resourceId]);
		const [service] = await shop.aws.describeServices(clusterArn, ['search']);
		return [scaling.get(resourceId)?.target.maxCapacity === 9, service?.desiredCount === 9];
	},
});
