import { cpuUnits, mebibytes, notOffered } from '../model/fargate-sizes.ts';
import type { Service } from '../model/service.ts';
import type { TaskDefinition } from '../model/task-definition.ts';
import type { NextStep } from './finding.ts';

/**
 * To give a task twice the memory, with a command where that is all it takes: a container with a limit of its own keeps
 * that, and Fargate has few sizes.
 */
export function moreMemory(text: string, { serviceName }: Service, definition: TaskDefinition | undefined): NextStep {
	const step = { text, binding: 'act.deploy' };
	const { cpu = '', memory = '', containerDefinitions = [] } = definition ?? {};
	const wanted = 2 * mebibytes(memory);
	if (!Number.isSafeInteger(wanted) || containerDefinitions.some((one) => one.memory !== undefined)) return step;
	if (notOffered(cpuUnits(cpu), wanted) !== undefined) return step;
	return { ...step, command: `deckwatch deploy ${serviceName} --memory ${wanted}` };
}
