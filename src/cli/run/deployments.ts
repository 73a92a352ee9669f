import { deploymentFailure } from '../../diagnosis/deployment-failure.ts';
import { deploymentStory, type Rollout } from '../../diagnosis/deployment-story.ts';
import { rollbackWords } from '../../diagnosis/rollout-words.ts';
import { age } from '../../model/age.ts';
import { familyRevision } from '../../model/arn.ts';
import type { ServiceDeployment } from '../../model/deployment-history.ts';
import { asDeployment, type Deployment, type Service } from '../../model/service.ts';
import type { Task } from '../../model/task.ts';
import type { CommandContext } from '../command.ts';
import { EXIT, type ExitStatus } from '../exit-status.ts';
import { findService } from '../find.ts';
import { type Io, say } from '../io.ts';
import { printJson } from '../json/print-json.ts';
import { serviceDeploymentJson } from '../json/service-deployment-json.ts';
import { optionalReadings } from '../optional-readings.ts';
import { type PrintColumn, printTable } from '../print-table.ts';
import type { Target } from '../target.ts';

function current(tasks: readonly Task[], now: number): readonly PrintColumn<Deployment>[] {
	return [
		{ title: 'DEPLOYMENT', text: ({ id }) => id },
		{ title: 'STATUS', text: ({ status }) => status },
		{ title: 'REVISION', text: ({ taskDefinition }) => familyRevision(taskDefinition) },
		{ title: 'RUNNING', align: 'right', text: (row) => `${row.runningCount}/${row.desiredCount}` },
		{ title: 'PENDING', align: 'right', text: ({ pendingCount }) => String(pendingCount) },
		{ title: 'FAILED', align: 'right', text: ({ failedTasks }) => String(failedTasks) },
		{ title: 'AGE', align: 'right', text: ({ createdAt }) => age(createdAt, now) },
		{ title: 'ROLLOUT', text: ({ rolloutState }) => rolloutState ?? '-' },
		{ title: 'REASON', text: (row) => deploymentFailure(row, tasks) ?? '' },
	];
}

function past(story: readonly Rollout[]): readonly PrintColumn<ServiceDeployment>[] {
	return [
		{ title: 'STARTED', text: (row) => isoTime(row.createdAt ?? row.startedAt) },
		{ title: 'STATUS', text: ({ status }) => status },
		{ title: 'TO', text: (row) => revision(row.targetTaskDefinition) },
		{ title: 'FROM', text: (row) => row.sourceTaskDefinitions.map(revision).join(' ') },
		{ title: 'REASON', text: (row) => reason(row, story) },
	];
}

/** Why it failed, and what came of it: `tasks failed to start; rolled back to :42 at 2026-03-14T16:06:27.000Z`. */
function reason({ createdAt, statusReason = '' }: ServiceDeployment, story: readonly Rollout[]): string {
	const rollout = story.find(({ startedAt }) => startedAt === createdAt);
	const back =
		rollout?.rollback && `${rollbackWords({ ...rollout, to: undefined })} at ${isoTime(rollout.rollback.startedAt)}`;
	return [rollout?.why ?? statusReason, back].filter(Boolean).join('; ');
}

function isoTime(time: number | undefined): string {
	return time === undefined ? '-' : new Date(time).toISOString();
}

function revision(taskDefinitionArn: string | undefined): string {
	return taskDefinitionArn === undefined ? '-' : familyRevision(taskDefinitionArn);
}

export async function runDeployments({
	args,
	io,
	target,
}: CommandContext<{ readonly service: string }>): Promise<ExitStatus> {
	const opened = await target();
	const { service } = await findService(opened, args.service, io.signal);
	const read = opened.aws.serviceDeployments(service.serviceArn, service.clusterArn, io.signal);
	// Awaited below: what is refused before is not unhandled.
	read.catch(() => undefined);
	if (args.json) {
		const serviceDeployments = await read.catch((error: unknown) => {
			say(io, 'deckwatch: nothing is printed, since past deployments cannot be read; --json prints all or nothing.');
			throw error;
		});
		printJson(io, {
			deployments: service.deployments,
			...(service.taskSets && { taskSets: service.taskSets }),
			serviceDeployments: serviceDeployments.map(serviceDeploymentJson),
		});
		return EXIT.done;
	}
	// Those in place are known already, whatever becomes of the others.
	const tasks = await failedTasks(opened, service, io);
	const inPlace = [...service.deployments, ...(service.taskSets ?? []).map(asDeployment)];
	printTable(io, current(tasks, io.now()), inPlace);
	const serviceDeployments = await read;
	if (serviceDeployments.length > 0) {
		io.stdout.write('\n');
		const story = deploymentStory({ service, history: serviceDeployments, tasks });
		printTable(io, past(story), serviceDeployments);
	}
	return EXIT.done;
}

/** What stopped of a service, to tell why its deployments fail; asked for only where they do. */
async function failedTasks({ aws }: Target, service: Service, io: Io): Promise<readonly Task[]> {
	const { clusterArn, serviceName, deployments } = service;
	if (deployments.every((deployment) => deployment.failedTasks === 0)) return [];
	const stopped = aws.tasks(clusterArn, { serviceName, desiredStatus: 'STOPPED' }, { signal: io.signal });
	const { optional } = optionalReadings(io, 'REASON', 'is told');
	return (await optional('stopped tasks', [service], stopped)) ?? [];
}
