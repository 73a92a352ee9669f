import type {
	DescribeTargetHealthInput,
	DescribeTargetHealthOutput,
	TargetDescription,
	TargetHealth,
	TargetHealthDescription,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import type { TargetGroupState, TargetState } from '../../world/load-balancing.ts';
import { type Look, targetGroup } from './look.ts';

/** All targets, or those asked for, registered or not. @throws {AwsFault} TargetGroupNotFound */
export function describeTargetHealth(look: Look, input: DescribeTargetHealthInput): DescribeTargetHealthOutput {
	const group = targetGroup(look, input.TargetGroupArn);
	const targets = [...group.targets.values()];
	if (input.Targets === undefined)
		return { TargetHealthDescriptions: targets.map((target) => asHealth(group, target)) };
	return {
		TargetHealthDescriptions: input.Targets.flatMap((wanted) => {
			const found = targets.filter(({ id, port }) => id === wanted.Id && (wanted.Port ?? port) === port);
			return found.length > 0 ? found.map((target) => asHealth(group, target)) : [unregistered(wanted)];
		}),
	};
}

function asHealth({ healthCheck }: TargetGroupState, target: TargetState): TargetHealthDescription {
	const { id, port, availabilityZone, state, reason, description } = target;
	return {
		Target: { Id: id, Port: port, AvailabilityZone: availabilityZone },
		HealthCheckPort: healthCheck.port === 'traffic-port' ? String(port) : healthCheck.port,
		TargetHealth: {
			State: state,
			Reason: reason as TargetHealth['Reason'],
			Description: description,
		},
	};
}

function unregistered(Target: TargetDescription): TargetHealthDescription {
	return {
		Target,
		TargetHealth: {
			State: 'unused',
			Reason: 'Target.NotRegistered',
			Description: 'Target is not registered to the target group',
		},
	};
}
