import type { Cluster } from '../../model/cluster.ts';
import type { Command } from '../command.ts';
import { findClusters } from '../find.ts';
import { printList } from '../print-list.ts';
import type { PrintColumn } from '../print-table.ts';

const COLUMNS: readonly PrintColumn<Cluster>[] = [
	{ title: 'CLUSTER', text: ({ clusterName }) => clusterName },
	{ title: 'REGION', text: ({ region }) => region },
	{ title: 'STATUS', text: ({ status }) => status },
	{ title: 'SERVICES', align: 'right', text: ({ activeServicesCount }) => String(activeServicesCount ?? '-') },
	{ title: 'RUNNING', align: 'right', text: ({ runningTasksCount }) => String(runningTasksCount ?? '-') },
	{ title: 'PENDING', align: 'right', text: ({ pendingTasksCount }) => String(pendingTasksCount ?? '-') },
];

export const clusters: Command = {
	command: 'clusters',
	describe: 'List the clusters',
	async run(context) {
		const { found, missing } = await findClusters(await context.target(), context.io.signal);
		const rows = found.toSorted(
			(a, b) => a.region.localeCompare(b.region) || a.clusterName.localeCompare(b.clusterName),
		);
		return printList(context, { name: 'clusters', rows, columns: COLUMNS, missing });
	},
};
