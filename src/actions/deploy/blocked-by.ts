import { containersOf, isForFargate, type EditableTaskDefinition } from '../../model/editable-task-definition.ts';
import { notOffered } from '../../model/fargate-sizes.ts';
import { safeText } from '../../model/safe-text.ts';
import type { Service } from '../../model/service.ts';
import type { Refusal } from '../plan.ts';
import type { DeploySnapshot } from './deploy-snapshot.ts';
import { cannotRoll } from '../../model/rolling-bounds.ts';

type Document = EditableTaskDefinition['document'];

/** Why AWS would refuse it, or start nothing for ever: told before anything is sent. */
export function blockedBy({ service }: DeploySnapshot, document: Document): Refusal | undefined {
	return badSize(document) ?? badWiring(service, document) ?? deadlock(service);
}

/** Fargate's sizes, and containers that do not fit into their task. */
function badSize(document: Document): Refusal | undefined {
	const [cpu, memory] = [Number(document['cpu']), Number(document['memory'])];
	const refusal = isForFargate(document) ? notOnFargate(cpu, memory) : undefined;
	if (refusal) return refusal;
	const large = containersOf(document).find((container) => Number(container['memory'] ?? 0) > (memory || Infinity));
	if (!large) return undefined;
	return {
		refused: `The container ${safeText(large.name)} may take ${Number(large['memory'])} MiB, and its task has ${memory}.`,
		instead: 'Give the task more --memory.',
	};
}

/** The load balancer sends to a container and port by name. */
function badWiring({ loadBalancers }: Service, document: Document): Refusal | undefined {
	for (const { containerName, containerPort } of loadBalancers) {
		const container = containersOf(document).find(({ name }) => name === containerName);
		const ports = container?.['portMappings'];
		const has =
			Array.isArray(ports) && ports.some((port: { containerPort?: number }) => port.containerPort === containerPort);
		if (has) continue;
		return {
			refused: `The load balancer sends to ${containerName}:${containerPort}, which the new revision does not have.`,
			instead: 'Keep the name and the port, or change the load balancer of the service first.',
		};
	}
	return undefined;
}

/** Why Fargate would not run a task of this size: CPU units, MiB. */
export function notOnFargate(cpu: number, memory: number): Refusal | undefined {
	const refused = notOffered(cpu, memory);
	return refused === undefined
		? undefined
		: { refused: `${refused}.`, instead: 'Choose --cpu and --memory that go together.' };
}

function deadlock(service: Service): Refusal | undefined {
	const stuck = cannotRoll(service);
	if (!stuck) return undefined;
	const { lower, upper, min, max } = stuck;
	return {
		refused: `It could never roll: of ${service.desiredCount} tasks ${lower} must stay and ${upper} may run (${min} %, ${max} %).`,
		instead: 'Raise maximumPercent, lower minimumHealthyPercent, or scale it up first.',
	};
}
