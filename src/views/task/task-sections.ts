import { duration } from '../../model/duration.ts';
import { familyRevision, lastSegment } from '../../model/arn.ts';
import { isRoutineStop } from '../../model/died-badly.ts';
import { stopWords } from '../../diagnosis/stop-words.ts';
import type { Task } from '../../model/task.ts';
import { dateTime } from '../clock.ts';
import type { ViewContext } from '../pane.ts';
import { fieldSection, type Section } from '../section.ts';
import type { Tone } from '../text-line.ts';
import { lifeWords, taskWalk } from './task-walk.ts';

/** Where the task is in its life, and why it ended. */
export function stateSection(task: Task, { now, theme }: ViewContext): Section {
	const why = stopWords(task);
	const bad = why !== undefined && !isRoutineStop(task);
	return fieldSection('Task', [
		{ label: 'status', text: statusWords(task) },
		{ label: 'health', text: healthWords(task, theme.glyphs.failing), ...tone(task.healthStatus === 'UNHEALTHY') },
		{ label: 'life', text: lifeWords(task, now) },
		{
			label: 'why it stopped',
			text: why === undefined ? '' : `${bad ? `${theme.glyphs.failing} ` : ''}${why}`,
			...tone(bad),
		},
		{ label: 'stop reason', text: task.stoppedReason === why ? '' : (task.stoppedReason ?? '') },
		{ label: 'stop code', text: task.stopCode ?? '' },
		{ label: 'task definition', text: familyRevision(task.taskDefinitionArn) },
		{ label: 'belongs to', text: task.group },
		{ label: 'started by', text: task.startedBy ?? '-' },
		{ label: 'ECS Exec', text: task.enableExecuteCommand ? 'on' : 'off: no shell access' },
		{ label: 'ARN', text: task.taskArn },
	]);
}

/** Every step with its time, and how long it took to get there. */
export function walkSection(task: Task, { settings }: ViewContext): Section {
	const steps = taskWalk(task).map(({ name, at, after }) => ({
		label: name,
		text: `${dateTime(at, settings.utc)}${after === undefined ? '' : `  +${duration(after)}`}`,
	}));
	return fieldSection('Times', steps.length > 0 ? steps : [{ label: 'created', text: '-' }]);
}

/** Its addresses and the machine it has. */
export function placeSection(task: Task): Section {
	const size = [task.cpu && `${Number(task.cpu) / 1024} vCPU`, task.memory && `${task.memory} MiB`];
	return fieldSection('Place', [
		{ label: 'private IP', text: task.privateIpv4Address ?? '-' },
		{ label: 'subnet', text: task.subnetId ?? '-' },
		{ label: 'interface', text: task.networkInterfaceId ?? '-' },
		{ label: 'zone', text: task.availabilityZone ?? '-' },
		{ label: 'connectivity', text: task.connectivity ?? '-' },
		{ label: 'size', text: size.filter((part) => part !== undefined && part !== '').join(', ') || '-' },
		{ label: 'launch type', text: task.launchType ?? '' },
		{ label: 'provider', text: task.capacityProviderName ?? '' },
		{ label: 'platform', text: task.platformVersion ?? '' },
		{ label: 'instance', text: task.containerInstanceArn ? lastSegment(task.containerInstanceArn) : '' },
	]);
}

/** `RUNNING`, or `RUNNING, going to STOPPED`. */
function statusWords({ lastStatus, desiredStatus }: Task): string {
	return lastStatus === desiredStatus ? lastStatus : `${lastStatus}, going to ${desiredStatus}`;
}

function healthWords({ healthStatus, containers }: Task, failing: string): string {
	const unhealthy = containers.filter((container) => container.healthStatus === 'UNHEALTHY').map(({ name }) => name);
	if (healthStatus === 'UNHEALTHY') return `${failing} UNHEALTHY: ${unhealthy.join(', ') || 'an essential container'}`;
	if (healthStatus !== 'UNKNOWN') return healthStatus;
	const healthy = containers.filter((container) => container.healthStatus === 'HEALTHY').map(({ name }) => name);
	return healthy.length > 0
		? `UNKNOWN, though HEALTHY: ${healthy.join(', ')}`
		: 'UNKNOWN: no container check has reported';
}

function tone(bad: boolean): { readonly tone?: Tone } {
	return bad ? { tone: 'failing' } : {};
}
