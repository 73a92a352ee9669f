import { shellWord } from '../../model/shell-word.ts';
import { instancesFor } from '../../model/capacity.ts';
import { counted } from '../../model/counted.ts';
import type { Evidence } from '../evidence.ts';
import type { NextStep } from '../finding.ts';
import { ownGroup } from './own-group.ts';
import { regionOption } from '../update-command.ts';

/** How a service gets so many more instances of a type. */
export function addInstances(evidence: Evidence, count: number, type: string | undefined): readonly NextStep[] {
	const what = type === undefined ? counted(count, 'instance') : `${count} ${type}`;
	const own = ownGroup(evidence);
	if (!own) return [findGroup(evidence, what)];
	const { name, desiredCapacity, maxSize } = own.group;
	const wanted = desiredCapacity + count;
	const group = `${regionOption(evidence.service)} --auto-scaling-group-name ${shellWord(name)}`;
	if (own.managed) {
		// ECS moves the desired capacity itself, and would take back what somebody else sets.
		if (desiredCapacity < maxSize) return [{ text: `Managed scaling may still add ${what}: watch the group ${name}` }];
		return [
			{
				text: `Raise the maximum of ${name} from ${maxSize} to ${wanted}: managed scaling then adds ${what}`,
				command: `aws autoscaling update-auto-scaling-group ${group} --max-size ${wanted}`,
			},
		];
	}
	const text = `Add ${what}: ${name} from ${desiredCapacity} to ${wanted}`;
	return wanted > maxSize
		? [
				{
					text: `${text}, past its maximum of ${maxSize}`,
					command: `aws autoscaling update-auto-scaling-group ${group} --max-size ${wanted} --desired-capacity ${wanted}`,
				},
			]
		: [{ text, command: `aws autoscaling set-desired-capacity ${group} --desired-capacity ${wanted}` }];
}

/** Without a capacity provider ECS does not know what brings its instances; EC2 Auto Scaling does. */
function findGroup({ service, instances = [] }: Evidence, what: string): NextStep {
	const [id] = instancesFor(service, instances).flatMap(({ ec2InstanceId }) => ec2InstanceId ?? []);
	return {
		text: `Add ${what} to the cluster${id === undefined ? '' : `: raise the desired capacity of the group that has ${id}`}`,
		...(id !== undefined && {
			command: `aws autoscaling describe-auto-scaling-instances ${regionOption(service)} --instance-ids ${id}`,
		}),
	};
}
