import type { EvidenceLine } from '../finding.ts';
import type { OwnGroup } from './own-group.ts';

/** What keeps a group from growing: `prod-ecs is at its maximum of 2`; undefined when nothing does. */
export function groupWords({ group, managed }: OwnGroup): string | undefined {
	const { name, desiredCapacity, maxSize, inService } = group;
	if (desiredCapacity >= maxSize) return `${name} is at its maximum of ${maxSize}`;
	if (!managed) return `nothing adds instances to ${name} for tasks that wait`;
	return inService < desiredCapacity ? `${name} is starting ${desiredCapacity - inService} more` : undefined;
}

/** The group as evidence. */
export function groupLine({ provider, group, managed }: OwnGroup): EvidenceLine {
	const { name, minSize, maxSize, desiredCapacity, inService } = group;
	const scaled = managed ? 'managed scaling on' : 'no managed scaling for this service';
	return {
		text: `${name} (${provider}): ${inService} in service, ${desiredCapacity} wanted, ${minSize} to ${maxSize}; ${scaled}`,
		api: 'autoscaling:DescribeAutoScalingGroups',
	};
}
