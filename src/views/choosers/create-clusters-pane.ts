import type { Column } from '../../components/column.ts';
import type { Cluster } from '../../model/cluster.ts';
import { keyOf } from '../key-of.ts';
import { createMemo } from '../memo.ts';
import type { Pane, ViewContext } from '../pane.ts';
import type { PaneId } from '../pane-id.ts';
import { shownClusters } from '../services/shown-clusters.ts';
import { createChooser } from './create-chooser.tsx';

/** The clusters of the connected regions, with how much runs in them. */
export function createClustersPane(): Pane {
	const remembered = createMemo<readonly Cluster[]>();
	return createChooser<Cluster>({
		id: 'clusters',
		name: 'Clusters',
		many: true,
		columns: clusterColumns,
		items: ({ picture }) =>
			remembered([picture.clusters], () => Object.values(picture.clusters).flatMap(({ value }) => value ?? [])),
		keyOf: ({ clusterArn }) => clusterArn,
		chosen: ({ picture, ui }) => shownClusters(picture, ui.clusterArns),
		choose: ({ dispatch }, clusterArns) => dispatch({ type: 'select-clusters', clusterArns }),
		topics: ({ settings }) => settings.regions.map((region) => ({ kind: 'clusters', region })),
		readings: ({ settings, picture }) => settings.regions.map((region) => picture.clusters[region]),
		asking: 'asking ecs:ListClusters and ecs:DescribeClusters',
		empty: (context) => ({
			why: 'This account has no ECS clusters in the connected regions.',
			press: `${keyOf(context, 'clusters.regions')} chooses other regions, ${keyOf(context, 'clusters.profiles')} another profile.`,
		}),
		bindings: [
			open('contexts', 'c', 'context', 12),
			open('regions', 'r', 'regions', 13),
			open('profiles', 'p', 'profile', 14),
		],
	});
}

function open(screen: PaneId, key: string, label: string, footer: number) {
	return {
		id: `clusters.${screen}`,
		keys: [key],
		label,
		footer,
		run: ({ dispatch }: ViewContext) => dispatch({ type: 'open', screen }),
	};
}

function clusterColumns({ theme }: ViewContext): readonly Column<Cluster>[] {
	const count = (
		id: string,
		title: string,
		priority: number,
		of: (cluster: Cluster) => number | undefined,
	): Column<Cluster> => ({
		id,
		title,
		align: 'right',
		numeric: true,
		width: { min: title.length, ideal: Math.max(8, title.length) },
		priority,
		largestFirst: true,
		cell: (cluster) => [{ text: String(of(cluster) ?? '-'), ...(of(cluster) ? {} : { color: theme.dim }) }],
		sortBy: (cluster) => of(cluster) ?? -1,
	});
	return [
		{
			id: 'cluster',
			title: 'CLUSTER',
			width: { min: 12, ideal: 28, flex: 1 },
			priority: 0,
			cell: ({ clusterName }) => [{ text: clusterName, bold: true }],
		},
		{
			id: 'region',
			title: 'REGION',
			width: { min: 14, ideal: 16 },
			priority: 1,
			cell: ({ region }) => [{ text: region }],
		},
		count('services', 'SERVICES', 2, ({ activeServicesCount }) => activeServicesCount),
		count('running', 'RUNNING', 3, ({ runningTasksCount }) => runningTasksCount),
		count('pending', 'PENDING', 4, ({ pendingTasksCount }) => pendingTasksCount),
		count('instances', 'INSTANCES', 6, (cluster) => cluster.registeredContainerInstancesCount),
		{
			id: 'status',
			title: 'STATUS',
			width: { min: 8, ideal: 12 },
			priority: 5,
			cell: ({ status }) => [{ text: status, color: status === 'ACTIVE' ? theme.dim : theme.degraded }],
		},
		{
			id: 'providers',
			title: 'CAPACITY PROVIDERS',
			width: { min: 18, ideal: 26, flex: 1 },
			priority: 7,
			extra: true,
			cell: ({ capacityProviders }) => [{ text: capacityProviders.join(', ') || '-', color: theme.dim }],
		},
	];
}
