import { arnOf } from '../world/arn.ts';
import type { World } from '../world/world.ts';

/** Who deploys in a scenario. */
export function pipelineArn(world: World): string {
	return arnOf(world, 'sts', '', 'assumed-role/ci-deploy/github-actions');
}
