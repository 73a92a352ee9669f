import type { Column } from '../../components/column.ts';
import type { Segment } from '../../components/segment.ts';
import type { Theme } from '../../components/theme.ts';
import { age } from '../../model/age.ts';
import { revisionOf, shortTaskId } from '../../model/arn.ts';
import { isRoutineStop } from '../../model/died-badly.ts';
import { stopWords } from '../../diagnosis/stop-words.ts';
import { lastStepAt, serviceNameOf } from '../../model/task.ts';
import type { Task } from '../../model/task.ts';
import { markColumn } from '../choosers/mark-column.ts';
import { healthCell } from './health-cell.ts';

/** Cells from which on a reason has room for the name of the container it is about. */
const ROOM_FOR_NAMES = 30;

/** Of the words for a task's state (ECS developer guide, task lifecycle) those that are longer than the column. */
const SHORT_STATES: Readonly<Record<string, string>> = {
	PROVISIONING: 'PROVIS',
	ACTIVATING: 'ACTIV',
	DEACTIVATING: 'DEACTIV',
	DEPROVISIONING: 'DEPROVIS',
};

type TaskColumnsOptions = {
	readonly theme: Theme;
	/** Epoch ms. */
	readonly now: number;
	/** ARNs: with any there is a column of ticks. */
	readonly ticked?: readonly string[];
};

/** The columns of the tasks table. */
export function taskColumns({ theme, now, ticked = [] }: TaskColumnsOptions): readonly Column<Task>[] {
	const plain = (text: string): readonly Segment[] => [{ text }];
	const dim = (text: string): readonly Segment[] => [{ text, color: theme.dim }];
	const isTicked = ({ taskArn }: Task): boolean => ticked.includes(taskArn);
	return [
		...(ticked.length === 0 ? [] : [markColumn(theme, isTicked, () => false)]),
		{
			id: 'task',
			title: 'TASK',
			width: { min: 6, ideal: 6 },
			priority: 0,
			cell: (task) => plain(shortTaskId(task.taskArn)),
		},
		{
			id: 'state',
			title: 'STATE',
			width: { min: 8, ideal: 8, flex: 1, max: 14 },
			priority: 1,
			cell: (task, width) => [{ text: stateWord(task.lastStatus, width), color: stateColor(task, theme) }],
		},
		{
			id: 'health',
			title: 'HEALTH',
			width: { min: 6, ideal: 8 },
			priority: 4,
			cell: (task, width) => healthCell(task, width, theme),
		},
		{
			id: 'rev',
			title: 'REV',
			numeric: true,
			width: { min: 4, ideal: 4 },
			priority: 3,
			cell: (task) => plain(`:${revisionOf(task.taskDefinitionArn)}`),
			sortBy: (task) => revisionOf(task.taskDefinitionArn),
			largestFirst: true,
		},
		{
			id: 'az',
			title: 'AZ',
			width: { min: 2, ideal: 2 },
			priority: 5,
			cell: ({ availabilityZone }) => dim(availabilityZone?.replace(/^.*-/u, '') ?? '-'),
		},
		{
			id: 'ip',
			title: 'IP',
			width: { min: 13, ideal: 15 },
			priority: 6,
			extra: true,
			cell: ({ privateIpv4Address }) => dim(privateIpv4Address ?? '-'),
		},
		{
			id: 'age',
			title: 'AGE',
			width: { min: 5, ideal: 5 },
			align: 'right',
			priority: 3,
			moves: true,
			cell: (task) => dim(age(lastStepAt(task), now)),
			sortBy: (task) => lastStepAt(task),
			largestFirst: true,
		},
		{
			id: 'why',
			title: 'WHY',
			width: { min: 13, ideal: 40, flex: 6 },
			priority: 2,
			cell: (task, width) => [{ text: whyWords(task, width), color: isRoutineStop(task) ? theme.dim : undefined }],
		},
	];
}

/** ECS's own word where it has room, else its beginning, as long as it can still be told from the others. */
function stateWord(lastStatus: string, width: number): string {
	return lastStatus.length <= width ? lastStatus : (SHORT_STATES[lastStatus] ?? lastStatus);
}

/** Why it stopped, without what other columns say, and without the container's name where that takes the room of the reason. */
function whyWords(task: Task, width: number): string {
	// The container that is named like its service goes without saying.
	const words = (stopWords(task) ?? '').replace(` (${serviceNameOf(task) ?? ''})`, '').replace(/^exit \d+, /u, '');
	const named = task.containers.find(({ name }) => words.startsWith(`${name}: `));
	if (named && (named.name === serviceNameOf(task) || width < ROOM_FOR_NAMES))
		return words.slice(named.name.length + 2);
	return words.length <= width ? words : shortened(words);
}

/** The failed checks, which are most of what is read here, without the words that can be missed. */
function shortened(words: string): string {
	return words
		.replace(/^failed its container health check/u, 'failed check')
		.replace(/^failed its load balancer's health check/u, 'failed LB check');
}

function stateColor(task: Task, theme: Theme): string | undefined {
	if (task.lastStatus === 'RUNNING' && task.desiredStatus === 'RUNNING') return undefined;
	if (task.lastStatus !== 'STOPPED') return theme.changing;
	return isRoutineStop(task) ? theme.dim : theme.failing;
}
