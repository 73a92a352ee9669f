import type { EditableTaskDefinition } from '../../model/editable-task-definition.ts';
import type { Connections } from '../connections.ts';
import { keepRawAnswer } from '../changes/raw-json.ts';

type Answer = {
	readonly taskDefinition?: EditableTaskDefinition['document'];
	readonly tags?: readonly { readonly key: string; readonly value: string }[];
};

/** A revision with everything that AWS says of it, what this SDK does not know included, to register it again changed. */
export async function readEditableTaskDefinition(
	connections: Connections,
	taskDefinition: string,
	region: string,
	signal?: AbortSignal,
): Promise<EditableTaskDefinition> {
	const { DescribeTaskDefinitionCommand } = await import('@aws-sdk/client-ecs');
	let raw: Answer = {};
	await connections.to('ecs', region).call(
		'DescribeTaskDefinition',
		(ecs, options) => {
			const command = new DescribeTaskDefinitionCommand({ taskDefinition, include: ['TAGS'] });
			keepRawAnswer(command.middlewareStack, (json) => {
				raw = json as Answer;
			});
			return ecs.send(command, options);
		},
		signal,
	);
	return { document: raw.taskDefinition ?? {}, tags: raw.tags ?? [] };
}
