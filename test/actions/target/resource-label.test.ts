import { expect, test } from 'vitest';
import { resourceLabel } from '../../../src/actions/target/resource-label.ts';
import type { TargetGroup } from '../../../src/model/load-balancing.ts';
import { service as shopService } from '../../fixtures/shop-service.ts';

const service = shopService('checkout', { revision: 43, desired: 4 });
const arn = (rest: string) => `arn:aws:elasticloadbalancing:eu-west-1:111122223333:${rest}`;

function group(name: string, ...balancers: readonly string[]): TargetGroup {
	return {
		targetGroupArn: arn(`targetgroup/${name}/73e2`),
		targetGroupName: name,
		loadBalancerArns: balancers.map((one) => arn(`loadbalancer/${one}`)),
	};
}

test('is made of the ends of both ARNs', () => {
	expect(resourceLabel(service, [group('checkout', 'app/shop/50dc')])).toBe('app/shop/50dc/targetgroup/checkout/73e2');
});

test('leaves a Network Load Balancer beside it out', () => {
	const groups = [group('inside', 'net/inside/1'), group('checkout', 'app/shop/50dc')];
	expect(resourceLabel(service, groups)).toBe('app/shop/50dc/targetgroup/checkout/73e2');
});

test.each([
	['without a target group', [], 'checkout is behind no target group: there are no requests to count.'],
	[
		'whose target group nobody uses',
		[group('a')],
		'The target group of checkout is behind no load balancer: no requests reach it.',
	],
	[
		'behind a Network Load Balancer',
		[group('a', 'net/shop/1')],
		'checkout is behind no Application Load Balancer, and only these count requests.',
	],
	[
		'behind two',
		[group('a', 'app/shop/1'), group('b', 'app/shop/1')],
		'checkout gets requests in several ways (shop/a, shop/b), and a policy counts those of one.',
	],
])('is none for a service %s', (_, groups, refused) => {
	expect(resourceLabel(service, groups)).toMatchObject({ refused });
});

test.each([
	{ deploymentController: 'CODE_DEPLOY' },
	{ deploymentConfiguration: { minimumHealthyPercent: 100, maximumPercent: 200, strategy: 'BLUE_GREEN' } },
])('is none where deployments swap target groups: %j', (changes) => {
	expect(resourceLabel({ ...service, ...changes }, [group('checkout', 'app/shop/50dc')])).toMatchObject({
		refused: 'Requests per target cannot be tracked for checkout: its deployments swap target groups.',
	});
});
