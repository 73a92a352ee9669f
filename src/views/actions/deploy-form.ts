import { chooseContainers } from '../../actions/deploy/choose-containers.ts';
import type { DeployInput } from '../../actions/deploy/deploy-input.ts';
import type { DeploySnapshot } from '../../actions/deploy/deploy-snapshot.ts';
import { deploy } from '../../actions/deploy/deploy.ts';
import { environmentEdits, environmentText } from '../../actions/deploy/environment-text.ts';
import { rescue } from '../../actions/deploy/rescue.ts';
import { tagChoices } from '../../actions/deploy/tag-choices.ts';
import { seen, unseen } from '../../actions/look.ts';
import type { Refusal } from '../../actions/plan.ts';
import { rollbackChoices } from '../../actions/rollback/rollback-choices.ts';
import { revisionOf } from '../../model/arn.ts';
import { containersOf, type EditableContainer } from '../../model/editable-task-definition.ts';
import { parseImageRef } from '../../model/image-ref.ts';
import { safeText } from '../../model/safe-text.ts';
import type { Choice, Field, Values } from './field.ts';
import { formOf, type Form } from './form.ts';
import { sizeFields } from './size-fields.ts';

/** Tags of the image of each container, by its name, the newest first; nothing where the registry is not ECR's. */
type Tags = ReadonlyMap<string, Awaited<ReturnType<typeof tagChoices>>>;

const MINUTES = ['10', '20', '30', '60'];
const HOW_LONG: readonly Choice[] = MINUTES.map((value) => ({ value, label: `${value} minutes` }));

/** Asks what is to run, and, where more is wanted, in which size and with which environment. */
export function deployForm(): Form {
	// Asked for once: what is typed changes no registry.
	let asked: Promise<Tags> | undefined;
	return formOf<DeploySnapshot, DeployInput, Tags>({
		action: deploy,
		opening: { force: true },
		more: (aws, { base }, signal) =>
			(asked ??= Promise.all(
				containersOf(base.document).map(
					async ({ name, image }) => [name, await tagChoices(aws, image, signal)] as const,
				),
			).then((pairs) => new Map(pairs))),
		fields,
		input,
		afterwards: ({ rescue: wanted = 'on' }) => (wanted === 'on' ? rescue : undefined),
		followFor: ({ for: minutes = MINUTES[0] }) => Number(minutes) * 60_000,
	});
}

function fields(snapshot: DeploySnapshot, values: Values, tags: Tags | undefined): readonly Field[] {
	const { service } = snapshot;
	const container = chosenContainer(snapshot, values);
	const revisions = rollbackChoices(snapshot).map(({ taskDefinition }) => `${revisionOf(taskDefinition)}`);
	return [
		...containerField(snapshot),
		...(container ? [imageField(container, tags?.get(container.name))] : []),
		{
			kind: 'text',
			id: 'revision',
			label: 'Or revision',
			now: `:${revisionOf(service.taskDefinition)}`,
			suggestions: revisions,
			hint: 'one there is already, as it is',
		},
		{ kind: 'tick', id: 'rescue', label: 'Roll back when it fails or takes too long', initial: 'on' },
		{ kind: 'tick', id: 'more', label: 'Size, environment, how long it is followed' },
		...(values['more'] === 'on' ? moreFields(snapshot, values, container) : []),
	];
}

function imageField({ image }: EditableContainer, tags: ReturnType<Tags['get']>): Field {
	const { tag, digest } = parseImageRef(image) ?? {};
	const there = ((tags && seen(tags)) ?? []).map((one) => one.tag);
	const hidden = tags && unseen('tags', tags);
	return {
		kind: 'text',
		id: 'image',
		label: 'Tag',
		now: safeText(tag ?? digest?.slice(0, 19) ?? image),
		suggestions: there.filter((one) => one !== tag),
		hint: hidden ?? 'or a whole image',
	};
}

function containerField({ base, service }: DeploySnapshot): readonly Field[] {
	const containers = containersOf(base.document);
	if (containers.length < 2) return [];
	const serving = chooseContainers(containers, service, {});
	const choices = containers.map(({ name, image }) => ({
		value: name,
		label: `${safeText(name)}  ${safeText(image.replace(/^.*\//u, ''))}`,
	}));
	const initial = 'refused' in serving ? undefined : serving[0]?.name;
	const field = { kind: 'choice', id: 'container', label: 'Container', choices } as const;
	return [initial === undefined ? field : { ...field, initial }];
}

function chosenContainer({ base, service }: DeploySnapshot, { container }: Values): EditableContainer | undefined {
	const containers = containersOf(base.document);
	const serving = chooseContainers(containers, service, {});
	const usual = 'refused' in serving ? containers[0] : serving[0];
	return containers.find(({ name }) => name === container) ?? usual;
}

function moreFields(
	{ base }: DeploySnapshot,
	values: Values,
	container: EditableContainer | undefined,
): readonly Field[] {
	return [
		...sizeFields(base.document, values),
		...(container
			? [
					{
						kind: 'document',
						id: 'environment',
						label: 'Environment',
						initial: environmentText(container),
					} as const,
				]
			: []),
		{ kind: 'tick', id: 'force', label: 'Start the tasks anew even where nothing changes' },
		{ kind: 'choice', id: 'for', label: 'Followed for', choices: HOW_LONG },
	];
}

function input(values: Values, snapshot: DeploySnapshot): DeployInput | Refusal | undefined {
	const container = chosenContainer(snapshot, values);
	const edits = editsOf(values, container);
	if ('refused' in edits) return edits;
	const revision = values['revision']?.trim() ?? '';
	const force = values['force'] === 'on' ? { force: true } : {};
	if (revision !== '') {
		if (Object.keys(edits).length === 0) return { taskDefinition: revision, ...force };
		return { refused: `Revision ${revision} is taken as it is.`, instead: 'Empty the other fields, or this one.' };
	}
	const isImage = 'tag' in edits || 'image' in edits || 'environment' in edits;
	const asked = { ...edits, ...(isImage && container ? { containers: [container.name] } : {}), ...force };
	return Object.keys(asked).length === 0 ? undefined : asked;
}

/** What differs from what there is. */
function editsOf(values: Values, container: EditableContainer | undefined): DeployInput | Refusal {
	const image = values['image']?.trim() ?? '';
	const environment = values['environment'];
	const edited = container && environment !== undefined ? environmentEdits(container, environment) : { edits: {} };
	if ('bad' in edited) {
		const [{ line, text } = { line: 0, text: '' }, ...others] = edited.bad;
		const more = others.length === 0 ? '' : ` And ${others.length} more.`;
		return { refused: `Environment, line ${line}: ${text}.${more}`, instead: 'Space on the field opens it again.' };
	}
	const { cpu = '', memory = '' } = values;
	return {
		...(image === '' ? {} : /[:/]/u.test(image) ? { image } : { tag: image }),
		...(Object.keys(edited.edits).length === 0 ? {} : { environment: edited.edits }),
		...(cpu === '' ? {} : { cpu }),
		...(memory === '' ? {} : { memory }),
	};
}
