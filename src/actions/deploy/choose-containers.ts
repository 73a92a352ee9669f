import { isSameRepository, parseImageRef, type ImageRef } from '../../model/image-ref.ts';
import type { EditableContainer } from '../../model/editable-task-definition.ts';
import { safeText } from '../../model/safe-text.ts';
import type { Service } from '../../model/service.ts';
import type { Refusal } from '../plan.ts';
import type { DeployInput } from './deploy-input.ts';

/** The containers that an edit is meant for, or why that cannot be told. Sidecars stay unless they are named. */
export function chooseContainers(
	containers: readonly EditableContainer[],
	{ loadBalancers }: Pick<Service, 'loadBalancers'>,
	{ containers: named, image }: Pick<DeployInput, 'containers' | 'image'>,
): readonly EditableContainer[] | Refusal {
	if (named && named.length > 0) return byName(containers, named);
	const ref = image === undefined ? undefined : parseImageRef(image);
	if (ref) return byRepository(containers, ref);
	const [only, second] = containers;
	if (only && !second) return [only];
	const serving = new Set(loadBalancers.map(({ containerName }) => containerName));
	const served = containers.filter(({ name }) => serving.has(name));
	if (served.length === 1) return served;
	const essential = containers.filter((container) => container.essential !== false);
	if (essential.length === 1) return essential;
	return { refused: 'It cannot be told which container is meant.', instead: sayWhich(containers) };
}

function byName(
	containers: readonly EditableContainer[],
	named: readonly string[],
): readonly EditableContainer[] | Refusal {
	const missing = named.find((name) => !containers.some((container) => container.name === name));
	if (missing === undefined) return containers.filter(({ name }) => named.includes(name));
	return { refused: `There is no container ${missing}.`, instead: sayWhich(containers) };
}

/** By registry and repository, exactly: `redis` is not `foo-redis`, and not the `redis` of another registry. */
function byRepository(containers: readonly EditableContainer[], ref: ImageRef): readonly EditableContainer[] | Refusal {
	const found = containers.filter(({ image }) => {
		const own = parseImageRef(image);
		return own !== undefined && isSameRepository(own, ref);
	});
	if (found.length > 0) return found;
	const repository = ref.registry === undefined ? ref.repository : `${ref.registry}/${ref.repository}`;
	return { refused: `No container uses an image of ${repository}.`, instead: sayWhich(containers) };
}

function sayWhich(containers: readonly EditableContainer[]): string {
	const names = containers.map(({ name, image }) => safeText(`${name} (${image})`));
	return `Name it with --container; there are: ${names.join(', ')}.`;
}
