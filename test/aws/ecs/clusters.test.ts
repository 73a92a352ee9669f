import { expect, test } from 'vitest';
import { awsOver, REGION, tally } from '../aws-over.ts';

test('all clusters are read, with their tags', async () => {
	const arns = Array.from({ length: 150 }, (_, index) => `arn:aws:ecs:${REGION}:123456789012:cluster/shop-${index}`);
	const { aws, operations } = awsOver({
		ecs: {
			ListClusters: ({ nextToken }: { nextToken?: string }) =>
				nextToken ? { clusterArns: arns.slice(100) } : { clusterArns: arns.slice(0, 100), nextToken: 'more' },
			DescribeClusters: ({ clusters, include }: { clusters: readonly string[]; include: readonly string[] }) => ({
				clusters: clusters.map((clusterArn) => ({
					clusterArn,
					tags: include.includes('TAGS') ? [{ key: 'team', value: 'payments' }] : [],
				})),
			}),
		},
	});
	const clusters = await aws.clusters(REGION);
	expect(clusters).toHaveLength(150);
	expect(clusters[149]).toMatchObject({
		clusterName: 'shop-149',
		region: REGION,
		tags: [{ key: 'team', value: 'payments' }],
	});
	expect(tally(operations())).toEqual({ ListClusters: 2, DescribeClusters: 2 });
});
