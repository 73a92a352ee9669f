import { arnOf } from '../world/arn.ts';
import type { World } from '../world/world.ts';

/** Who everybody is that calls drydock: somebody on call, signed in by SSO. */
export function callerArn(world: Pick<World, 'account'>): string {
	return arnOf(world, 'sts', '', 'assumed-role/AWSReservedSSO_ops_3f9c1d2e4b5a6978/alice');
}
