import type { Handlers } from '../../wire/handler.ts';
import type { World } from '../../world/world.ts';
import { describeInstances } from './describe-instances.ts';
import { describeSubnets } from './describe-subnets.ts';

/** What a console of ECS asks EC2. */
export function ec2Handlers(world: World): Handlers {
	return {
		DescribeInstances: (input, call) => describeInstances(world, call, input),
		DescribeSubnets: (input, call) => describeSubnets(world, call, input),
	};
}
