import { scale } from '../../../src/actions/scale/scale.ts';
import { describeFaults } from '../describe-faults.ts';
import type { ActingShop } from '../shop.ts';

describeFaults({
	action: scale,
	service: 'search',
	input: { count: '9', moveBound: true },
	length: 2,
	made: async (shop: ActingShop) => {
		const { clusterArn, region } = await shop.subject('search');
		const resourceId = 'service/prod/search';
		const scaling = await shop.aws.scaling(region, [resourceId]);
		const [service] = await shop.aws.describeServices(clusterArn, ['search']);
		return [scaling.get(resourceId)?.target.maxCapacity === 9, service?.desiredCount === 9];
	},
});
