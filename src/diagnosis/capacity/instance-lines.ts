import { instanceName } from '../../model/container-instance.ts';
import type { Fit } from '../../model/instance-room.ts';
import { memoryWords } from '../../model/size-words.ts';
import type { EvidenceLine } from '../finding.ts';

/** So many instances are shown one by one; our own choice. */
const SHOWN = 5;

/** What each instance has left, and what it lacks: those that lack something first. */
export function instanceLines(fits: readonly Fit[]): readonly EvidenceLine[] {
	const sorted = fits.toSorted((a, b) => a.tasks - b.tasks);
	const lines = sorted.slice(0, SHOWN).map((fit) => line(words(fit)));
	const more = sorted.length - SHOWN;
	return more > 0 ? [...lines, line(`and ${more} more instances`)] : lines;
}

function line(text: string): EvidenceLine {
	return { text, api: 'ecs:DescribeContainerInstances' };
}

function words({ instance, tasks, lack }: Fit): string {
	const { cpu, memory } = instance.remaining;
	const type = instance.instanceType;
	const name = `${instanceName(instance)}${type === undefined ? '' : ` (${type})`}`;
	return `${name}: ${cpu} CPU units and ${memoryWords(memory)} free; ${verdict(tasks, lack)}`;
}

function verdict(tasks: number, lack: Fit['lack']): string {
	// A task that asks for nothing fits any number of times.
	if (tasks > 0 || !lack) return Number.isFinite(tasks) ? `room for ${tasks}` : 'room for any number';
	if (lack.kind === 'cpu' || lack.kind === 'memory')
		return `too little ${lack.kind === 'cpu' ? 'CPU' : 'memory'} for a task`;
	return `it does not have ${lack.words}`;
}
