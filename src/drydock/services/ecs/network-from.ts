import type { NetworkConfiguration as AwsNetworkConfiguration } from '@aws-sdk/client-ecs';
import type { NetworkConfiguration } from '../../world/service-settings.ts';
import type { TaskDefinitionState } from '../../world/task-definition.ts';
import { checkAtMost, invalidParameter } from './refuse.ts';

/**
 * The network of tasks that are to be started.
 * @throws {AwsFault} InvalidParameterException, when their network mode asks for one and none is given
 */
export function requiredNetwork(
	{ networkMode }: TaskDefinitionState,
	given: AwsNetworkConfiguration | undefined,
): NetworkConfiguration | undefined {
	const network = networkFrom(given);
	if (networkMode !== 'awsvpc' || network) return network;
	throw invalidParameter("Network Configuration must be provided when networkMode 'awsvpc' is specified.");
}

/**
 * The network of a request; undefined when it says nothing of one. Up to 16 subnets (ECS API reference,
 * AwsVpcConfiguration).
 * @throws {AwsFault} InvalidParameterException
 */
export function networkFrom(given: AwsNetworkConfiguration | undefined): NetworkConfiguration | undefined {
	const vpc = given?.awsvpcConfiguration;
	if (!vpc) return undefined;
	if (!vpc.subnets?.length) throw invalidParameter('subnets can not be empty.');
	checkAtMost(16, 'subnets', vpc.subnets);
	return {
		awsvpcConfiguration: {
			subnets: vpc.subnets,
			securityGroups: vpc.securityGroups ?? [],
			assignPublicIp: vpc.assignPublicIp ?? 'DISABLED',
		},
	};
}
