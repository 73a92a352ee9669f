import { age } from '../../model/age.ts';
import { familyRevision, lastSegment, regionOf } from '../../model/arn.ts';
import type { Service } from '../../model/service.ts';
import { dateTime } from '../clock.ts';
import type { ViewContext } from '../pane.ts';
import { fieldSection, type Section } from '../section.ts';
import type { Tone } from '../text-line.ts';

/** What the service is, how many of its tasks there are, and since when. */
export function identitySection(service: Service, { now, settings }: ViewContext): Section {
	const { createdAt, createdBy } = service;
	const created = createdAt && `${dateTime(createdAt, settings.utc)} (${age(createdAt, now)} ago)`;
	return fieldSection('Service', [
		{ label: 'status', text: service.status, ...(service.status === 'ACTIVE' ? {} : { tone: 'failing' }) },
		{ label: 'tasks', text: countWords(service), ...toned(countTone(service)) },
		{ label: 'task definition', text: familyRevision(service.taskDefinition) },
		{ label: 'cluster', text: `${lastSegment(service.clusterArn)} in ${regionOf(service.clusterArn)}` },
		{ label: 'scheduling', text: service.schedulingStrategy },
		{
			label: 'ECS Exec',
			text: service.enableExecuteCommand ? 'on for new tasks' : 'off: no shell access to its tasks',
		},
		{ label: 'created', text: created ? `${created}${createdBy ? ` by ${createdBy}` : ''}` : '-' },
		{ label: 'ARN', text: service.serviceArn },
	]);
}

/** `2 of 4 running, 1 pending`. */
export function countWords({ runningCount, desiredCount, pendingCount }: Service): string {
	const pending = pendingCount === 0 ? '' : `, ${pendingCount} pending`;
	return `${runningCount} of ${desiredCount} running${pending}`;
}

function countTone({ runningCount, desiredCount }: Service): Tone | undefined {
	if (runningCount >= desiredCount) return undefined;
	return runningCount === 0 ? 'failing' : 'degraded';
}

function toned(tone: Tone | undefined): { readonly tone?: Tone } {
	return tone === undefined ? {} : { tone };
}
