import type { Handlers } from '../../wire/handler.ts';
import type { World } from '../../world/world.ts';
import { answering } from '../answering.ts';
import { batchGetImage } from './batch-get-image.ts';
import { describeImages } from './describe-images.ts';
import { describeRepositories } from './describe-repositories.ts';
import type { Look } from './look.ts';

/** Amazon ECR over the registry of a world's account. */
export function ecrHandlers(world: World): Handlers {
	const on = answering(({ region }): Look => ({ world, region }));
	return {
		DescribeRepositories: on(describeRepositories),
		DescribeImages: on(describeImages),
		BatchGetImage: on(batchGetImage),
	};
}
