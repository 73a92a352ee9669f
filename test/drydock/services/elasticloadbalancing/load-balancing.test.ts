import {
	DescribeListenersCommand,
	DescribeLoadBalancerAttributesCommand,
	DescribeLoadBalancersCommand,
	DescribeRulesCommand,
	DescribeTagsCommand,
	DescribeTargetGroupAttributesCommand,
	DescribeTargetGroupsCommand,
	DescribeTargetHealthCommand,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { describe, expect, test } from 'vitest';
import { openShop } from '../open-shop.ts';
import { the } from '../../world/small-shop.ts';

const NOWHERE = 'arn:aws:elasticloadbalancing:ap-northeast-1:111122223333:targetgroup/nowhere/0123456789abcdef';

describe('Elastic Load Balancing', async () => {
	const { loadBalancing, world } = openShop();
	const { TargetGroups: groups = [] } = await loadBalancing.send(new DescribeTargetGroupsCommand({}));
	const [checkout] = groups.filter(({ TargetGroupName }) => TargetGroupName === 'prod-checkout');
	const { LoadBalancers: balancers = [] } = await loadBalancing.send(new DescribeLoadBalancersCommand({}));

	test('describes target groups by ARN, by name and by load balancer', async () => {
		const describeBy = async (input: object) =>
			(await loadBalancing.send(new DescribeTargetGroupsCommand(input))).TargetGroups;
		expect(await describeBy({ TargetGroupArns: [checkout?.TargetGroupArn] })).toEqual([checkout]);
		expect(await describeBy({ Names: ['prod-checkout'] })).toEqual([checkout]);
		expect(await describeBy({ LoadBalancerArn: balancers[0]?.LoadBalancerArn })).toHaveLength(groups.length);
		expect(checkout).toMatchObject({
			Protocol: 'HTTP',
			TargetType: 'ip',
			HealthCheckPath: '/healthz',
			Matcher: { HttpCode: '200' },
			LoadBalancerArns: [balancers[0]?.LoadBalancerArn],
		});
	});

	test('pages with a marker', async () => {
		const first = await loadBalancing.send(new DescribeTargetGroupsCommand({ PageSize: 3 }));
		const second = await loadBalancing.send(new DescribeTargetGroupsCommand({ PageSize: 3, Marker: first.NextMarker }));
		expect([...(first.TargetGroups ?? []), ...(second.TargetGroups ?? [])]).toEqual(groups);
		expect(second.NextMarker).toBeUndefined();
	});

	test('tells the health of every target, without reason when it is healthy', async () => {
		const { TargetHealthDescriptions = [] } = await loadBalancing.send(
			new DescribeTargetHealthCommand({ TargetGroupArn: checkout?.TargetGroupArn }),
		);
		expect(TargetHealthDescriptions).toHaveLength(4);
		expect(TargetHealthDescriptions[0]).toEqual({
			Target: {
				Id: expect.stringMatching(/^10\./),
				Port: 8080,
				AvailabilityZone: expect.stringMatching(/^ap-northeast-1/),
			},
			HealthCheckPort: '8080',
			TargetHealth: { State: 'healthy' },
		});
	});

	test("tells why a target is unhealthy in the world's words", async () => {
		const group = world.targetGroups.get(checkout?.TargetGroupArn ?? '');
		const target = the(the(group).targets.values().next().value);
		const { state } = target;
		const reason = 'Target.ResponseCodeMismatch';
		Object.assign(target, { state: 'unhealthy', reason, description: 'Health checks failed with these codes: [503]' });
		const { TargetHealthDescriptions } = await loadBalancing.send(
			new DescribeTargetHealthCommand({
				TargetGroupArn: checkout?.TargetGroupArn,
				Targets: [{ Id: target.id }, { Id: '10.9.9.9', Port: 80 }],
			}),
		);
		expect(TargetHealthDescriptions?.map(({ TargetHealth }) => TargetHealth)).toEqual([
			{ State: 'unhealthy', Reason: reason, Description: 'Health checks failed with these codes: [503]' },
			{
				State: 'unused',
				Reason: 'Target.NotRegistered',
				Description: 'Target is not registered to the target group',
			},
		]);
		target.state = state;
	});

	test('refuses a target group that is not there', async () => {
		const refusal = { name: 'TargetGroupNotFoundException', message: 'One or more target groups not found' };
		await expect(
			loadBalancing.send(new DescribeTargetHealthCommand({ TargetGroupArn: NOWHERE })),
		).rejects.toMatchObject(refusal);
		await expect(
			loadBalancing.send(new DescribeTargetGroupsCommand({ TargetGroupArns: [NOWHERE] })),
		).rejects.toMatchObject(refusal);
	});

	test('refuses ARNs that are none, and pages and lists out of bounds', async () => {
		await expect(
			loadBalancing.send(new DescribeTargetHealthCommand({ TargetGroupArn: 'nonsense' })),
		).rejects.toMatchObject({ name: 'ValidationError', message: "'nonsense' is not a valid target group ARN" });
		for (const input of [{ PageSize: 0 }, { PageSize: 401 }, { Names: Array<string>(21).fill('a') }]) {
			await expect(loadBalancing.send(new DescribeLoadBalancersCommand(input))).rejects.toMatchObject({
				name: 'ValidationError',
				message: expect.stringMatching(/^1 validation error detected: /),
			});
		}
	});

	test('tells the zone, the security groups and the certificate of a load balancer', async () => {
		expect(balancers[0]).toMatchObject({
			CanonicalHostedZoneId: 'Z14GRHDCWA56QT',
			SecurityGroups: [expect.stringMatching(/^sg-0[0-9a-f]{16}$/)],
		});
		const { LoadBalancerArn } = the(balancers[0]);
		const { Listeners } = await loadBalancing.send(new DescribeListenersCommand({ LoadBalancerArn }));
		expect(Listeners?.[0]?.Certificates?.[0]?.CertificateArn).toMatch(
			/^arn:aws:acm:ap-northeast-1:\d{12}:certificate\//,
		);
	});

	test('has a listener whose rules lead to the target groups', async () => {
		const LoadBalancerArn = balancers[0]?.LoadBalancerArn;
		const { Listeners } = await loadBalancing.send(new DescribeListenersCommand({ LoadBalancerArn }));
		const ListenerArn = Listeners?.[0]?.ListenerArn;
		expect(Listeners?.[0]).toMatchObject({ LoadBalancerArn, Port: 443, Protocol: 'HTTPS' });
		const { Rules = [] } = await loadBalancing.send(new DescribeRulesCommand({ ListenerArn }));
		expect(Rules.flatMap(({ Actions }) => Actions?.[0]?.TargetGroupArn ?? [])).toEqual(
			groups.map(({ TargetGroupArn }) => TargetGroupArn),
		);
		expect(Rules.at(-1)).toMatchObject({ Priority: 'default', IsDefault: true });
	});

	test('tells attributes, and that nothing is tagged', async () => {
		const { TargetGroupArn } = the(checkout);
		const { LoadBalancerArn } = the(balancers[0]);
		const group = await loadBalancing.send(new DescribeTargetGroupAttributesCommand({ TargetGroupArn }));
		const balancer = await loadBalancing.send(new DescribeLoadBalancerAttributesCommand({ LoadBalancerArn }));
		const tags = await loadBalancing.send(new DescribeTagsCommand({ ResourceArns: [the(TargetGroupArn)] }));
		expect(group.Attributes).toContainEqual({ Key: 'deregistration_delay.timeout_seconds', Value: '30' });
		expect(balancer.Attributes).toContainEqual({ Key: 'idle_timeout.timeout_seconds', Value: '60' });
		expect(tags.TagDescriptions).toEqual([{ ResourceArn: TargetGroupArn, Tags: [] }]);
	});
});
