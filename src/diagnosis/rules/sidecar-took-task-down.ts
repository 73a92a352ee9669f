import type { TaskDefinition } from '../../model/task-definition.ts';
import type { Task } from '../../model/task.ts';
import { aboutService } from '../about-service.ts';
import { counts } from '../counts.ts';
import { type Culprit, culprit } from '../../model/culprit.ts';
import { deathLines } from '../death-lines.ts';
import { deathsBy, followsFrom, severityOfDeaths } from '../deaths-by.ts';
import type { Evidence } from '../evidence.ts';
import type { EvidenceLine, Finding, NextStep } from '../finding.ts';
import { neverStarted } from '../loop.ts';
import { stopCause } from '../stop-cause.ts';

/** x-sidecar-took-task-down: an essential container beside the one that serves ends, and the whole task with it. */
export function sidecarTookTaskDown(evidence: Evidence, now: number): readonly Finding[] {
	const { service, taskDefinitions = {} } = evidence;
	const suspectOf = (task: Task) => sidecarOf(task, taskDefinitions[task.taskDefinitionArn], evidence);
	const deaths = deathsBy(evidence, now, (task) => suspectOf(task) !== undefined);
	const [newest] = deaths.tasks;
	const suspect = newest && suspectOf(newest);
	if (!newest || !suspect) return [];
	const { name } = suspect.container;
	const definition = taskDefinitions[newest.taskDefinitionArn];
	const main = mainContainer(evidence, definition) ?? 'the task';
	const { words } = stopCause(newest, definition);
	const kills = deaths.tasks.length;
	const short = service.runningCount < service.desiredCount ? `, ${counts(service)}` : '';
	return [
		aboutService(service, {
			id: 'x-sidecar-took-task-down',
			severity: severityOfDeaths(deaths, evidence),
			confidence: suspect.because === 'exit-ok' ? 'medium' : 'high',
			sentence: `${name} takes ${main} down with it: ${words}; ${kills} task${kills === 1 ? '' : 's'} died of it in 15 min${short}`,
			...deaths.beginning,
			evidence: [...sizeLines(definition, name), ...deathLines(evidence, deaths.tasks)],
			ruledOut: [`Not ${main}: it was only stopped with its task`],
			next: advice(name, main, suspect),
			explains: [...followsFrom(deaths, evidence, now), 'container-healthcheck-failed', 'container-oom'],
		}),
	];
}

/** The container that a task ended with, if that is known and is not the one that serves. */
function sidecarOf(task: Task, definition: TaskDefinition | undefined, evidence: Evidence): Culprit | undefined {
	if (task.containers.length < 2 || neverStarted(task)) return undefined;
	const main = mainContainer(evidence, definition);
	const suspect = culprit(task, definition);
	if (main === undefined || !suspect || suspect.because === 'only-ended' || suspect.container.name === main)
		return undefined;
	return suspect;
}

/** The one behind the load balancer, else the one with by far the most memory or CPU; undefined where neither tells. */
function mainContainer({ service }: Evidence, definition: TaskDefinition | undefined): string | undefined {
	const [served] = service.loadBalancers;
	if (served) return served.containerName;
	const sized = definition?.containerDefinitions.map(({ name, cpu = 0, memory, memoryReservation }) => ({
		name,
		size: cpu + (memory ?? memoryReservation ?? 0),
	}));
	const [first, second] = sized?.toSorted((a, b) => b.size - a.size) ?? [];
	return first && second && first.size > 2 * second.size ? first.name : undefined;
}

function sizeLines(definition: TaskDefinition | undefined, sidecar: string): readonly EvidenceLine[] {
	const found = definition?.containerDefinitions.find(({ name }) => name === sidecar);
	if (!found) return [];
	const { essential, cpu = 0, memory, memoryReservation } = found;
	const limit = memory ?? memoryReservation;
	const size = `cpu ${cpu}${limit === undefined ? '' : `, memory ${limit} MiB`}`;
	return [
		{
			text: `${sidecar}: ${essential ? 'essential' : 'not essential'}, ${size}`,
			api: 'ecs:DescribeTaskDefinition',
			place: { kind: 'task-definition' },
		},
	];
}

function advice(name: string, main: string, { because }: Culprit): readonly NextStep[] {
	return [
		{
			// A policy starts again what exits (ECS developer guide, container restart policies): not what is merely unhealthy.
			text: `Make ${name} not essential, so that ${main} outlives it${because === 'unhealthy' ? '' : ', or give it a restart policy'}`,
		},
		because === 'out-of-memory'
			? { text: `Give ${name} more memory` }
			: { text: `Give ${name} more CPU and memory${because === 'unhealthy' ? ', or a check that waits longer' : ''}` },
	];
}
