import { safeText } from '../model/safe-text.ts';
import type { TaskDefinition } from '../model/task-definition.ts';

/** A container as its task definition's document has it, as far as rules read it. */
export type ContainerDocument = {
	readonly name: string;
	readonly image: string;
	readonly secrets: readonly { readonly name: string; readonly valueFrom: string }[];
	/** `condition`: START | COMPLETE | SUCCESS | HEALTHY. */
	readonly dependsOn: readonly { readonly containerName: string; readonly condition: string }[];
	readonly hasRegistrySecret: boolean;
	readonly hasEnvironmentFiles: boolean;
	readonly logDriver: string | undefined;
	readonly logOptions: Readonly<Record<string, string>>;
};

/** The containers of a document; what is not of the shape that AWS promises is left out. */
export function containersOf(definition: TaskDefinition | undefined): readonly ContainerDocument[] {
	return records(definition?.document['containerDefinitions']).map((container) => {
		const logs = record(container['logConfiguration']);
		return {
			name: textOf(container['name']),
			image: textOf(container['image']),
			secrets: records(container['secrets']).map((secret) => ({
				name: textOf(secret['name']),
				valueFrom: textOf(secret['valueFrom']),
			})),
			dependsOn: records(container['dependsOn']).map((one) => ({
				containerName: textOf(one['containerName']),
				condition: textOf(one['condition']),
			})),
			hasRegistrySecret: record(container['repositoryCredentials'])['credentialsParameter'] !== undefined,
			hasEnvironmentFiles: records(container['environmentFiles']).length > 0,
			logDriver: logs['logDriver'] === undefined ? undefined : textOf(logs['logDriver']),
			logOptions: Object.fromEntries(
				Object.entries(record(logs['options'])).map(([key, value]) => [key, textOf(value)]),
			),
		};
	});
}

/** The EFS volumes of a task definition. */
export function efsVolumesOf(definition: TaskDefinition | undefined): readonly {
	readonly fileSystemId: string;
	readonly rootDirectory: string;
}[] {
	return records(definition?.document['volumes']).flatMap((volume) => {
		const efs = record(volume['efsVolumeConfiguration']);
		const fileSystemId = textOf(efs['fileSystemId']);
		return fileSystemId === '' ? [] : [{ fileSystemId, rootDirectory: textOf(efs['rootDirectory']) || '/' }];
	});
}

/** Name of the role that pulls images and reads secrets. */
export function executionRoleOf(definition: TaskDefinition | undefined): string | undefined {
	return textOf(definition?.document['executionRoleArn']).split('/').at(-1) || undefined;
}

type Json = Readonly<Record<string, unknown>>;

function record(value: unknown): Json {
	return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

function records(value: unknown): readonly Json[] {
	return Array.isArray(value) ? value.map(record) : [];
}

/** A document is kept as AWS delivered it: what is taken out of it to be shown is cleaned here. */
function textOf(value: unknown): string {
	return typeof value === 'string' ? safeText(value) : '';
}
