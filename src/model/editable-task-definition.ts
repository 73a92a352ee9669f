/** A task definition as AWS's own JSON, to be changed and registered again. Texts are raw: clean them before they are shown. */
export type EditableTaskDefinition = {
	readonly document: Readonly<Record<string, unknown>>;
	readonly tags: readonly { readonly key: string; readonly value: string }[];
};

/** What DescribeTaskDefinition says and RegisterTaskDefinition does not take (the shapes of client-ecs 3.1162). */
const READ_ONLY: ReadonlySet<string> = new Set([
	'taskDefinitionArn',
	'revision',
	'status',
	'requiresAttributes',
	'compatibilities',
	'registeredAt',
	'registeredBy',
	'deregisteredAt',
	'deleteRequestedAt',
]);

/**
 * The request that registers this again: all members but those that AWS sets itself, so that settings nobody here knows
 * survive. Tags go along, but for those of AWS, which nobody may set.
 */
export function registration({ document, tags }: EditableTaskDefinition): Readonly<Record<string, unknown>> {
	const own = tags.filter(({ key }) => !key.toLowerCase().startsWith('aws:'));
	return {
		...Object.fromEntries(Object.entries(document).filter(([member]) => !READ_ONLY.has(member))),
		...(own.length === 0 ? {} : { tags: own }),
	};
}

/** The containers of a document, by name, with the members that most edits are about. */
export function containersOf(document: EditableTaskDefinition['document']): readonly EditableContainer[] {
	const containers = document['containerDefinitions'];
	return Array.isArray(containers) ? (containers as readonly EditableContainer[]) : [];
}

/** Whether it is registered to run on Fargate, whose sizes and platforms it then has to have. */
export function isForFargate(document: EditableTaskDefinition['document']): boolean {
	const compatibilities = document['requiresCompatibilities'];
	return Array.isArray(compatibilities) && compatibilities.includes('FARGATE');
}

/** One container of a document: the members that most edits are about, and all others. */
export type EditableContainer = {
	readonly name: string;
	readonly image: string;
	readonly essential?: boolean;
	readonly environment?: readonly { readonly name: string; readonly value: string }[];
	readonly [member: string]: unknown;
};
