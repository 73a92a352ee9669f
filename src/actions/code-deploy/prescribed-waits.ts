import type { Aws } from '../../aws/aws.ts';
import type { CodeDeploySafety } from '../../model/code-deploy.ts';
import { look, seen } from '../look.ts';
import { shiftMinutes } from '../traffic.ts';

const MINUTE = 60_000;

/**
 * Ms that a deployment takes because it was meant to: waiting for somebody, moving the traffic, keeping the old tasks. What a
 * deployment may take is counted without them, else every careful one would be too slow. 0 where that cannot be read.
 */
export async function prescribedWaits(aws: Aws, region: string, deploymentId: string): Promise<number> {
	const deployment = seen(await look(aws.codeDeployment(region, deploymentId)));
	if (!deployment) return 0;
	const { deploymentConfigName = '' } = deployment;
	const routing = seen(await look(aws.trafficRouting(region, deploymentConfigName)));
	return (ownWaits(deployment) + (routing ? shiftMinutes(routing) : 0)) * MINUTE;
}

function ownWaits({ readyWait = 0, terminationWait = 0 }: CodeDeploySafety): number {
	return readyWait + terminationWait;
}
