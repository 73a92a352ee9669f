import type { Change } from '../../aws/changes/change.ts';
import { cpuUnits, mebibytes } from '../../model/fargate-sizes.ts';
import type { Service } from '../../model/service.ts';
import type { Subject } from '../subject.ts';
import { startedBy, type RunTaskInput } from './run-task-input.ts';

/** Starts a task as the service would, with the overrides. The group is ECS's own, by which nobody takes it for the service's. */
export function runTaskChange(
	{ region, clusterArn }: Subject,
	service: Service,
	container: string,
	input: RunTaskInput,
): Change {
	const { taskDefinition, enableExecuteCommand, network } = service;
	const { cpu, memory } = input;
	const { assignPublicIp } = network ?? {};
	const overrides = {
		...containerOverrides(container, input),
		...(cpu === undefined ? {} : { cpu: `${cpuUnits(cpu)}` }),
		...(memory === undefined ? {} : { memory: `${mebibytes(memory)}` }),
	};
	return {
		name: 'ecs:RunTask',
		region,
		input: {
			cluster: clusterArn,
			taskDefinition,
			count: 1,
			startedBy: startedBy(input),
			clientToken: input.token,
			...launch(service),
			...(network === undefined
				? {}
				: {
						networkConfiguration: {
							awsvpcConfiguration: {
								subnets: [...network.subnets],
								securityGroups: [...network.securityGroups],
								...(assignPublicIp === 'ENABLED' || assignPublicIp === 'DISABLED' ? { assignPublicIp } : {}),
							},
						},
					}),
			...(enableExecuteCommand ? { enableExecuteCommand } : {}),
			...(Object.keys(overrides).length === 0 ? {} : { overrides }),
		},
	};
}

/** A strategy or a launch type, never both (ECS API reference, RunTask). */
function launch({ launchType, capacityProviderStrategy, platformVersion }: Service): object {
	return {
		...(capacityProviderStrategy.length > 0
			? { capacityProviderStrategy: capacityProviderStrategy.map((item) => ({ ...item })) }
			: launchType === undefined
				? {}
				: { launchType }),
		...(platformVersion === undefined ? {} : { platformVersion }),
	};
}

function containerOverrides(name: string, { command, environment }: RunTaskInput): object {
	if (!command && !environment) return {};
	const variables = Object.entries(environment ?? {}).map(([variable, value]) => ({ name: variable, value }));
	return {
		containerOverrides: [
			{
				name,
				...(command ? { command: [...command] } : {}),
				...(variables.length > 0 ? { environment: variables } : {}),
			},
		],
	};
}
