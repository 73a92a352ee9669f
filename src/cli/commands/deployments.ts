import { age } from '../../model/age.ts';
import { familyRevision } from '../../model/arn.ts';
import type { ServiceDeployment } from '../../model/deployment-history.ts';
import type { Deployment } from '../../model/service.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../exit-status.ts';
import { findService } from '../find.ts';
import { say } from '../io.ts';
import { printJson } from '../json/print-json.ts';
import { serviceDeploymentJson } from '../json/service-deployment-json.ts';
import { type PrintColumn, printTable } from '../print-table.ts';

function current(now: number): readonly PrintColumn<Deployment>[] {
	return [
		{ title: 'DEPLOYMENT', text: ({ id }) => id },
		{ title: 'STATUS', text: ({ status }) => status },
		{ title: 'REVISION', text: ({ taskDefinition }) => familyRevision(taskDefinition) },
		{ title: 'RUNNING', align: 'right', text: (row) => `${row.runningCount}/${row.desiredCount}` },
		{ title: 'PENDING', align: 'right', text: ({ pendingCount }) => String(pendingCount) },
		{ title: 'FAILED', align: 'right', text: ({ failedTasks }) => String(failedTasks) },
		{ title: 'AGE', align: 'right', text: ({ createdAt }) => age(createdAt, now) },
		{ title: 'ROLLOUT', text: ({ rolloutState }) => rolloutState ?? '-' },
		{ title: 'REASON', text: ({ rolloutStateReason }) => rolloutStateReason ?? '' },
	];
}

function history(now: number): readonly PrintColumn<ServiceDeployment>[] {
	return [
		{ title: 'STARTED', align: 'right', text: (row) => age(row.startedAt ?? row.createdAt, now) },
		{ title: 'STATUS', text: ({ status }) => status },
		{ title: 'TO', text: (row) => revision(row.targetTaskDefinition) },
		{ title: 'FROM', text: (row) => row.sourceTaskDefinitions.map(revision).join(' ') },
		{ title: 'REASON', text: ({ rollbackReason, statusReason }) => rollbackReason ?? statusReason ?? '' },
	];
}

function revision(taskDefinitionArn: string | undefined): string {
	return taskDefinitionArn === undefined ? '-' : familyRevision(taskDefinitionArn);
}

export const deployments: Command<{ readonly service: string }> = {
	command: 'deployments <service>',
	describe: 'List the deployments in place and those of the past',
	builder: (yargs) =>
		yargs.positional('service', { type: 'string', describe: 'Service by name or ARN', demandOption: true }),
	async run({ args, io, target }) {
		const opened = await target();
		const { service } = await findService(opened, args.service, io.signal);
		const past = opened.aws.serviceDeployments(service.serviceArn, service.clusterArn, io.signal);
		if (args.json) {
			const serviceDeployments = await past.catch((error: unknown) => {
				say(io, 'deckwatch: nothing is printed, since past deployments cannot be read; --json gives all or nothing.');
				throw error;
			});
			printJson(io, {
				deployments: service.deployments,
				serviceDeployments: serviceDeployments.map(serviceDeploymentJson),
			});
			return EXIT.done;
		}
		// Those in place are known already, whatever becomes of the others.
		printTable(io, current(io.now()), service.deployments);
		const serviceDeployments = await past;
		if (serviceDeployments.length > 0) {
			io.stdout.write('\n');
			printTable(io, history(io.now()), serviceDeployments);
		}
		return EXIT.done;
	},
};
