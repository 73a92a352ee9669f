import { deploymentFailure } from '../../diagnosis/deployment-failure.ts';
import { age } from '../../model/age.ts';
import { familyRevision } from '../../model/arn.ts';
import type { ServiceDeployment } from '../../model/deployment-history.ts';
import type { Deployment, Service } from '../../model/service.ts';
import type { Task } from '../../model/task.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../exit-status.ts';
import { findService } from '../find.ts';
import type { Io } from '../io.ts';
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

const HISTORY: readonly PrintColumn<ServiceDeployment>[] = [
	{ title: 'STARTED', text: (row) => isoTime(row.startedAt ?? row.createdAt) },
	{ title: 'STATUS', text: ({ status }) => status },
	{ title: 'TO', text: (row) => revision(row.targetTaskDefinition) },
	{ title: 'FROM', text: (row) => row.sourceTaskDefinitions.map(revision).join(' ') },
	{ title: 'REASON', text: ({ rollbackReason, statusReason }) => rollbackReason ?? statusReason ?? '' },
];

function isoTime(time: number | undefined): string {
	return time === undefined ? '-' : new Date(time).toISOString();
}

function revision(taskDefinitionArn: string | undefined): string {
	return taskDefinitionArn === undefined ? '-' : familyRevision(taskDefinitionArn);
}

export const deployments: Command<{ readonly service: string }> = {
	command: 'deployments <service>',
	describe: 'List current and past deployments',
	builder: (yargs) =>
		yargs.positional('service', { type: 'string', describe: 'Service by name or ARN', demandOption: true }),
	async run({ args, io, target }) {
		const opened = await target();
		const { service } = await findService(opened, args.service, io.signal);
		const past = opened.aws.serviceDeployments(service.serviceArn, service.clusterArn, io.signal);
		// Awaited below: what is refused before is not unhandled.
		past.catch(() => undefined);
		if (args.json) {
			printJson(io, {
				deployments: service.deployments,
				serviceDeployments: (await past).map(serviceDeploymentJson),
			});
			return EXIT.done;
		}
		// Those in place are known already, whatever becomes of the others.
		const tasks = await failedTasks(opened, service, io);
		printTable(io, current(tasks, io.now()), service.deployments);
		const serviceDeployments = await past;
		if (serviceDeployments.length > 0) {
			io.stdout.write('\n');
			printTable(io, HISTORY, serviceDeployments);
		}
		return EXIT.done;
	},
};

/** What stopped of a service, to tell why its deployments fail; asked for only where they do. */
async function failedTasks(
	{ aws }: Target,
	{ clusterArn, serviceName, deployments }: Service,
	io: Io,
): Promise<readonly Task[]> {
	if (deployments.every((deployment) => deployment.failedTasks === 0)) return [];
	const stopped = aws.tasks(clusterArn, { serviceName, desiredStatus: 'STOPPED' }, { signal: io.signal });
	return (await optionalReadings(io, 'REASON is told without')('stopped tasks', stopped)) ?? [];
}
