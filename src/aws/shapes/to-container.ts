import type * as ecs from '@aws-sdk/client-ecs';
import type { Container } from '../../model/task.ts';
import { defined } from './defined.ts';
import { requiredText, text } from './scalars.ts';

export function toContainer(container: ecs.Container): Container {
	return defined({
		name: requiredText(container.name),
		lastStatus: requiredText(container.lastStatus),
		healthStatus: text(container.healthStatus),
		exitCode: container.exitCode,
		reason: text(container.reason),
		image: text(container.image),
		imageDigest: text(container.imageDigest),
		runtimeId: text(container.runtimeId),
		cpu: text(container.cpu),
		memory: text(container.memory),
		memoryReservation: text(container.memoryReservation),
	});
}
