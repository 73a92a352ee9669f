import { stopWords } from '../../diagnosis/stop-words.ts';
import { age } from '../../model/age.ts';
import { familyRevision, lastSegment } from '../../model/arn.ts';
import { byLastStep, lastStepAt, type Task } from '../../model/task.ts';
import type { CommandContext } from '../command.ts';
import type { ExitStatus } from '../exit-status.ts';
import { findClusters, findService } from '../find.ts';
import { gather, type Gathered } from '../gather.ts';
import type { Io } from '../io.ts';
import { printList } from '../print-list.ts';
import type { PrintColumn } from '../print-table.ts';
import { counted } from '../progress.ts';
import type { Target } from '../target.ts';

function columns(now: number): readonly PrintColumn<Task>[] {
	return [
		{ title: 'TASK', text: ({ taskArn }) => lastSegment(taskArn) },
		{ title: 'CLUSTER', text: ({ clusterArn }) => lastSegment(clusterArn) },
		{ title: 'GROUP', text: ({ group }) => group },
		{ title: 'STATE', text: ({ lastStatus }) => lastStatus },
		{ title: 'HEALTH', text: ({ healthStatus }) => healthStatus },
		{ title: 'REVISION', text: ({ taskDefinitionArn }) => familyRevision(taskDefinitionArn) },
		{ title: 'AZ', text: ({ availabilityZone }) => availabilityZone ?? '-' },
		{ title: 'IP', text: ({ privateIpv4Address }) => privateIpv4Address ?? '-' },
		{ title: 'AGE', align: 'right', text: (task) => age(lastStepAt(task), now) },
		{ title: 'WHY', text: (task) => stopWords(task) ?? '' },
	];
}

export async function runTasks(context: CommandContext<{ readonly service?: string }>): Promise<ExitStatus> {
	const { args, io } = context;
	const target = await context.target();
	const { found, missing } = await counted(io, 'tasks', (count) => readTasks(target, args.service, io, count));
	// A task that stops between the two listings is in both; the later one knows more.
	const rows = [...new Map(found.map((task) => [task.taskArn, task])).values()].toSorted(byGroup);
	return printList(context, { name: 'tasks', rows, columns: columns(io.now()), missing });
}

async function readTasks(
	target: Target,
	name: string | undefined,
	{ signal }: Io,
	onCount: (count: number) => void,
): Promise<Gathered<Task>> {
	let count = 0;
	const onBatch = (batch: readonly Task[]): void => onCount((count += batch.length));
	const one = name === undefined ? undefined : await findService(target, name, signal);
	const clusters = one ? { found: [one.cluster], missing: [] } : await findClusters(target, signal);
	const serviceName = one ? { serviceName: one.service.serviceName } : {};
	const tasks = await gather(
		clusters.found,
		({ clusterName, region }) => `${clusterName} (${region})`,
		async ({ clusterArn }) => {
			const lists = (['RUNNING', 'STOPPED'] as const).map((desiredStatus) =>
				target.aws.tasks(clusterArn, { desiredStatus, ...serviceName }, { signal, onBatch }),
			);
			return (await Promise.all(lists)).flat();
		},
	);
	return { found: tasks.found, missing: [...clusters.missing, ...tasks.missing] };
}

/** Clusters and groups together; the tasks of each as the console has them. */
function byGroup(a: Task, b: Task): number {
	return a.clusterArn.localeCompare(b.clusterArn) || a.group.localeCompare(b.group) || byLastStep(a, b);
}
