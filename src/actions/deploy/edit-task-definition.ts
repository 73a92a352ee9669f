import {
	containersOf,
	type EditableContainer,
	type EditableTaskDefinition,
} from '../../model/editable-task-definition.ts';
import { cpuUnits, mebibytes } from '../../model/fargate-sizes.ts';
import { imageText, parseImageRef } from '../../model/image-ref.ts';
import { safeText } from '../../model/safe-text.ts';
import type { Service } from '../../model/service.ts';
import type { Refusal } from '../plan.ts';
import { chooseContainers } from './choose-containers.ts';
import type { DeployInput } from './deploy-input.ts';

type Document = EditableTaskDefinition['document'];

/** The document with what was asked for, everything else as it was; or why it cannot be made. */
export function editTaskDefinition(document: Document, service: Service, input: DeployInput): Document | Refusal {
	const { image, tag, cpu, memory, environment } = input;
	if (image !== undefined && parseImageRef(image) === undefined) {
		return {
			refused: `"${image}" is not an image.`,
			instead: 'Write registry/repository:tag, or …@sha256: and 64 digits.',
		};
	}
	if (tag !== undefined && parseImageRef(`x:${tag}`) === undefined) {
		return { refused: `"${tag}" is not a tag.`, instead: 'A tag has letters, digits, ".", "_" and "-", 128 at most.' };
	}
	const size = { ...sized('cpu', cpu, cpuUnits), ...sized('memory', memory, mebibytes) };
	const badSize = Object.entries(size).find(([, value]) => value === 'NaN');
	if (badSize) return { refused: `"${input[badSize[0] as 'cpu' | 'memory']}" is no ${badSize[0]}.`, instead: SIZES };
	if (image === undefined && tag === undefined && environment === undefined) return { ...document, ...size };

	const containers = containersOf(document);
	const chosen = chooseContainers(containers, service, input);
	if ('refused' in chosen) return chosen;
	const unreadable = chosen.find((container) => tag !== undefined && parseImageRef(container.image) === undefined);
	if (unreadable) {
		const [name, image] = [safeText(unreadable.name), safeText(unreadable.image)];
		const refused = `The image of ${name}, "${image}", has no tag that could be changed.`;
		return { refused, instead: 'Give the whole image with --image and --container.' };
	}
	return {
		...document,
		...size,
		containerDefinitions: containers.map((container) =>
			chosen.includes(container) ? edited(container, input) : container,
		),
	};
}

/** How sizes of tasks are written. */
export const SIZES = 'CPU is 512 or ".5 vCPU", memory 1024 or "1 GB".';

function sized(
	member: string,
	text: string | undefined,
	read: (text: string) => number,
): Readonly<Record<string, string>> {
	return text === undefined ? {} : { [member]: `${read(text)}` };
}

function edited(container: EditableContainer, { image, tag, environment }: DeployInput): EditableContainer {
	return {
		...container,
		...(image === undefined ? {} : { image: whole(image) }),
		...(tag === undefined ? {} : { image: tagged(container.image, tag) }),
		...(environment === undefined ? {} : { environment: withVariables(container.environment ?? [], environment) }),
	};
}

function whole(image: string): string {
	const ref = parseImageRef(image);
	return ref ? imageText(ref) : image;
}

/** A tag takes the place of tag and digest: both name what is to be run, and only one can. */
function tagged(image: string, tag: string): string {
	const ref = parseImageRef(image);
	if (!ref) return image;
	const { digest: _, ...rest } = ref;
	return imageText({ ...rest, tag });
}

function withVariables(
	before: NonNullable<EditableContainer['environment']>,
	changes: Readonly<Record<string, string | null>>,
): NonNullable<EditableContainer['environment']> {
	const kept = before.flatMap(({ name, value }) => {
		const change = Object.hasOwn(changes, name) ? changes[name] : undefined;
		if (change === null) return [];
		return [{ name, value: change ?? value }];
	});
	const known = new Set(before.map(({ name }) => name));
	const added = Object.entries(changes).flatMap(([name, value]) =>
		value === null || known.has(name) ? [] : [{ name, value }],
	);
	return [...kept, ...added];
}
