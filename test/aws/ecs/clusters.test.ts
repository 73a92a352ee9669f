import { expect, test } from 'vitest';
import { awsOver, CLUSTER, REGION, tally } from '../aws-over.ts';
import { failureOf } from '../failure-of.ts';

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

const sts = {
	GetCallerIdentity: () => ({
		Account: '123456789012',
		Arn: 'arn:aws:sts::123456789012:assumed-role/OnCall/me',
		UserId: 'A',
	}),
};

test('named clusters are described without listing any, and those that are not there are left out', async () => {
	const { aws, operations } = awsOver({
		ecs: { DescribeClusters: () => ({ clusters: [{ clusterArn: CLUSTER }], failures: [{ reason: 'MISSING' }] }) },
	});
	expect(await aws.describeClusters(REGION, ['prod', 'nope'])).toMatchObject([{ clusterName: 'prod' }]);
	expect(operations()).toEqual(['DescribeClusters']);
});

test('a named cluster that may not be described is taken to be there, without counts', async () => {
	const { aws, wire } = awsOver({ sts });
	wire.setFaults([{ operation: 'ecs:DescribeClusters', accessDenied: true }]);
	const [cluster] = await aws.describeClusters(REGION, ['prod']);
	expect(cluster).toMatchObject({ clusterArn: CLUSTER, clusterName: 'prod', region: REGION });
	expect(cluster).not.toHaveProperty('runningTasksCount');
});

test('listed clusters that may not be described are known by their ARNs', async () => {
	const { aws, wire } = awsOver({ ecs: { ListClusters: () => ({ clusterArns: [CLUSTER] }) } });
	wire.setFaults([{ operation: 'ecs:DescribeClusters', accessDenied: true }]);
	expect(await aws.clusters(REGION)).toMatchObject([{ clusterArn: CLUSTER, clusterName: 'prod' }]);
});

test('a cluster that cannot be described for another reason is a failure', async () => {
	const { aws, wire } = awsOver({ sts });
	wire.setFaults([{ operation: 'ecs:DescribeClusters', expiredToken: true }]);
	expect(await failureOf(aws.describeClusters(REGION, ['prod']))).toMatchObject({ kind: 'expired-credentials' });
});
