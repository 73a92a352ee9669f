import { SECOND } from '../clock.ts';
import type { Lack } from '../placement/lack-of.ts';
import type { Unplaced } from '../placement/find-place.ts';
import { between } from '../random.ts';
import type { ServiceState } from '../service.ts';
import type { World } from '../world.ts';
import { DUPLICATES_LEFT_OUT_FOR, say } from './say.ts';

const CANNOT = 'was unable to place a task because no container instance met all of its requirements.';
const GUIDE = 'For more information, see the Troubleshooting section of the Amazon ECS Developer Guide.';

/** Why Fargate places no task (ECS developer guide, service event messages). */
export const NO_CAPACITY =
	'Capacity is unavailable at this time. Please try again later or in a different availability zone';

const FARGATE_FULL = `was unable to place a task. Reason: ${NO_CAPACITY}.`;

/** ECS developer guide, service event messages; the others are told by their names, as events of many accounts show. */
const WORDS: Readonly<Partial<Record<Lack, string>>> = {
	ATTRIBUTE: 'is missing an attribute required by your task.',
	'RESOURCE:CPU': 'has insufficient CPU units available.',
	'RESOURCE:MEMORY': 'has insufficient memory available.',
	'RESOURCE:PORTS': 'is already using a port required by your task.',
};

/**
 * Says why a task could not be placed. The scheduler goes on trying; the same cause is told of again when it has been
 * resolved meanwhile, or after six hours (ECS developer guide, service event messages).
 * @returns when it tries again, epoch ms; how often ECS does is not documented
 */
export function sayUnplaced(world: World, service: ServiceState, unplaced: Unplaced): number {
	const { scheduler } = service;
	const [closest] = unplaced.lacking;
	const cause = unplaced.isFargateFull ? 'RESOURCE:FARGATE' : (closest?.lack ?? 'NO INSTANCES');
	if (scheduler.unplaced !== cause) sayPlaced(service);
	scheduler.unplaced = cause;
	const text = unplaced.isFargateFull ? FARGATE_FULL : `${CANNOT} ${reasonOf(unplaced)} ${GUIDE}`;
	say(world, service, text, DUPLICATES_LEFT_OUT_FOR, cause);
	return world.clock.now + between(world.random, 10, 20) * SECOND;
}

/** The cause is resolved: should it come again, it is news. */
export function sayPlaced({ scheduler }: ServiceState): void {
	if (scheduler.unplaced === undefined) return;
	scheduler.lastSaid.delete(scheduler.unplaced);
	delete scheduler.unplaced;
}

function reasonOf({ lacking, capacityProviderName }: Unplaced): string {
	const [closest] = lacking;
	if (!closest) {
		const where = capacityProviderName === undefined ? 'cluster' : 'capacity provider';
		return `Reason: No Container Instances were found in your ${where}.`;
	}
	const { instance, lack } = closest;
	return `The closest matching (container-instance ${instance.id}) ${WORDS[lack] ?? `encountered error "${lack}".`}`;
}
