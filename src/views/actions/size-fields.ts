import type { EditableTaskDefinition } from '../../model/editable-task-definition.ts';
import { offeredSizes } from '../../model/fargate-sizes.ts';
import type { Choice, Field, Values } from './field.ts';

/** CPU and memory of a Fargate task, in the pairs that there are; none where the instances decide. */
export function sizeFields(document: EditableTaskDefinition['document'], { cpu = '' }: Values): readonly Field[] {
	const compatibilities = document['requiresCompatibilities'];
	if (!Array.isArray(compatibilities) || !compatibilities.includes('FARGATE')) return [];
	const is = { cpu: written(document['cpu']), memory: written(document['memory']) };
	const { cpus, memories } = offeredSizes(Number(cpu === '' ? is.cpu : cpu));
	return [
		sizeField(
			'cpu',
			'CPU',
			is.cpu,
			cpus.map((units): Choice => ({ value: `${units}`, label: `${units / 1024} vCPU` })),
		),
		sizeField(
			'memory',
			'Memory',
			is.memory,
			memories.map((mebibytes): Choice => ({ value: `${mebibytes}`, label: `${mebibytes / 1024} GB` })),
		),
	];
}

/** ECS keeps sizes as text. */
function written(size: unknown): string {
	return typeof size === 'string' ? size : '';
}

function sizeField(id: string, label: string, is: string, choices: readonly Choice[]): Field {
	const asItIs = { value: '', label: `as it is (${choices.find(({ value }) => value === is)?.label ?? is})` };
	return { kind: 'choice', id, label, choices: [asItIs, ...choices.filter(({ value }) => value !== is)] };
}
