import { expect, test } from 'vitest';
import { withNamedClusters } from '../../src/cli/with-named-clusters.ts';
import { failing, fakeAws } from '../store/fake-aws.ts';
import { PROD as CLUSTER, REGION } from '../fixtures/shop.ts';

const denied = () => Promise.reject(failing('denied', { operation: 'ListClusters' }));

test('all clusters are listed where that is allowed', async () => {
	const aws = withNamedClusters(fakeAws({ describeClusters: denied }), ['prod']);
	expect(await aws.clusters(REGION)).toMatchObject([{ clusterName: 'prod' }]);
});

test('those of the region that were asked for are described where it is not', async () => {
	const asked: (readonly string[])[] = [];
	const fake = fakeAws({
		clusters: denied,
		describeClusters: async (_region, names) => {
			asked.push(names);
			return [];
		},
	});
	const elsewhere = CLUSTER.replace(REGION, 'us-west-2');
	await withNamedClusters(fake, ['prod', CLUSTER, elsewhere, 'prod-*']).clusters(REGION);
	expect(asked).toEqual([['prod', CLUSTER]]);
});

test.each([
	['nobody asked for one', denied, []],
	['the failure is another', () => Promise.reject(failing('throttled')), ['prod']],
])('the failure stays one where %s', async (_why, clusters, names) => {
	await expect(withNamedClusters(fakeAws({ clusters }), names).clusters(REGION)).rejects.toThrow(/^ecs:/u);
});
