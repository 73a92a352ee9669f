import { ApplicationAutoScalingClient } from '@aws-sdk/client-application-auto-scaling';
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { CodeDeployClient } from '@aws-sdk/client-codedeploy';
import { EC2Client } from '@aws-sdk/client-ec2';
import { ECRClient } from '@aws-sdk/client-ecr';
import { ECSClient } from '@aws-sdk/client-ecs';
import { ElasticLoadBalancingV2Client } from '@aws-sdk/client-elastic-load-balancing-v2';
import { ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
import { STSClient } from '@aws-sdk/client-sts';
import { createDrydock } from '../../../src/drydock/drydock.ts';
import { clientOf } from '../wire/dispatcher.ts';

/** When the shop opens: a Friday's noon, UTC. */
export const NOON = Date.UTC(2026, 10, 20, 12);

/** A scenario with the SDK's own clients over it; its time stands still until `step`. */
export function openShop(scenario = 'calm') {
	// Each call comes ten seconds after the one before, so that no request bucket runs empty.
	let callAt = NOON;
	const drydock = createDrydock({ scenario, startAt: NOON, now: () => (callAt += 10_000) });
	const config = { ...clientOf(drydock.dispatcher), region: 'ap-northeast-1' };
	return {
		world: drydock.world,
		step: drydock.control.step,
		logs: new CloudWatchLogsClient(config),
		cloudWatch: new CloudWatchClient(config),
		scaling: new ApplicationAutoScalingClient(config),
		loadBalancing: new ElasticLoadBalancingV2Client(config),
		codeDeploy: new CodeDeployClient(config),
		ecs: new ECSClient(config),
		sts: new STSClient(config),
		ec2: new EC2Client(config),
		quotas: new ServiceQuotasClient(config),
		ecr: new ECRClient(config),
	};
}
