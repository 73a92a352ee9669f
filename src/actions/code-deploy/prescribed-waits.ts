import type { Aws } from '../../aws/aws.ts';
import type { CodeDeploySafety, TrafficRouting } from '../../model/code-deploy.ts';
import { look, seen } from '../look.ts';

const MINUTE = 60_000;

/** Minutes from the first shift of the traffic to the last. */
export function shiftMinutes({ type, percent = 100, minutes = 0 }: TrafficRouting): number {
	if (type === 'TimeBasedLinear') return (Math.ceil(100 / percent) - 1) * minutes;
	return type === 'TimeBasedCanary' ? minutes : 0;
}

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
