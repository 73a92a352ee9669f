import type { Column } from '../../components/column.ts';
import type { Segment } from '../../components/segment.ts';
import type { Theme } from '../../components/theme.ts';
import type { AttentionLevel } from '../../diagnosis/attention.ts';
import { age } from '../../model/age.ts';
import { latestValue } from '../../model/metrics.ts';
import { primaryDeployment } from '../../model/service.ts';
import { eventWords } from '../../diagnosis/event-words.ts';
import { cpuCell, memoryCell } from './cpu-cell.ts';
import { deployCell, deployRank } from './deploy-cell.ts';
import type { ServiceRow } from './service-row.ts';

export type ServiceColumnOptions = {
	readonly theme: Theme;
	/** Epoch ms. */
	readonly now: number;
	/** Columns that say the same in every row are left out. */
	readonly manyClusters: boolean;
	readonly manyRegions: boolean;
	/** Cells of the longest name of a service, and of a cluster. */
	readonly longest: { readonly service: number; readonly cluster: number };
};

/** Cells that a name may take: beyond it is cut. */
const LONGEST_NAME = 40;

/** The columns of the services table. */
export function serviceColumns({
	theme,
	now,
	manyClusters,
	manyRegions,
	longest,
}: ServiceColumnOptions): readonly Column<ServiceRow>[] {
	const dim = (text: string): readonly Segment[] => [{ text, color: theme.dim }];
	const name = Math.max(9, Math.min(LONGEST_NAME, longest.service) + 2);
	const cluster = Math.max(7, Math.min(LONGEST_NAME, longest.cluster));
	return [
		{
			id: 'service',
			title: '  SERVICE',
			width: { min: Math.min(16, name), ideal: name },
			priority: 0,
			cell: ({ service, attention }) => [mark(attention.level, theme), { text: service.serviceName }],
			filterBy: ({ service }) => service.serviceName,
			sortBy: ({ service }) => service.serviceName,
		},
		{
			id: 'tasks',
			title: 'TASKS',
			numeric: true,
			width: { min: 5, ideal: 7 },
			align: 'right',
			priority: 1,
			largestFirst: true,
			cell: ({ service, attention, stale }) => [
				{
					text: `${service.runningCount}/${service.desiredCount}`,
					color: stale.state
						? theme.dim
						: service.runningCount < service.desiredCount
							? levelColor(attention.level, theme)
							: undefined,
				},
			],
			sortBy: ({ service }) => service.desiredCount,
		},
		{
			id: 'deploy',
			title: 'DEPLOY',
			width: { min: 14, ideal: 14 },
			priority: 2,
			cell: ({ service }) => deployCell(service, now, theme),
			sortBy: ({ service }) => deployRank(service, now),
		},
		{
			id: 'cpu',
			title: 'CPU / TARGET',
			numeric: true,
			width: { min: 12, ideal: 17, flex: 1, max: 22 },
			priority: 2,
			largestFirst: true,
			cell: (row, width) => cpuCell(row, width, theme),
			sortBy: ({ metrics }) => latestValue(metrics?.cpu),
		},
		{
			id: 'mem',
			title: 'MEM',
			numeric: true,
			width: { min: 4, ideal: 4 },
			align: 'right',
			priority: 5,
			extra: true,
			largestFirst: true,
			cell: (row) => memoryCell(row, theme),
			sortBy: ({ metrics }) => latestValue(metrics?.memory),
		},
		{
			id: 'lb',
			title: 'LB',
			numeric: true,
			width: { min: 5, ideal: 5 },
			align: 'right',
			priority: 3,
			cell: (row) => targetsCell(row, theme),
			sortBy: ({ targets }) => targets && targets.healthy / Math.max(1, targets.total),
		},
		{
			id: 'deployed',
			title: 'DEPLOYED',
			width: { min: 8, ideal: 8 },
			align: 'right',
			priority: 6,
			extra: true,
			moves: true,
			largestFirst: true,
			cell: ({ service }) => dim(age(primaryDeployment(service)?.createdAt, now)),
			sortBy: ({ service }) => primaryDeployment(service)?.createdAt,
		},
		...(manyClusters ? [placeColumn('cluster', 'CLUSTER', 4, cluster, ({ clusterName }) => dim(clusterName))] : []),
		...(manyRegions ? [placeColumn('region', 'REGION', 8, 14, ({ region }) => dim(region))] : []),
		{
			id: 'event',
			title: 'LAST EVENT',
			width: { min: 24, ideal: 36, flex: 5 },
			priority: 7,
			extra: true,
			prose: true,
			moves: true,
			cell: (row) => eventCell(row, now, theme),
			sortBy: ({ service }) => service.events[0]?.createdAt,
			largestFirst: true,
		},
	];
}

/** `✖ ` in its colour; two blanks when all is well. */
export function mark(level: AttentionLevel, theme: Theme): Segment {
	return level === 'fine' ? { text: '  ' } : { text: `${theme.glyphs[level]} `, color: theme[level] };
}

function levelColor(level: AttentionLevel, theme: Theme): string | undefined {
	return level === 'fine' ? undefined : theme[level];
}

function targetsCell({ targets, stale }: ServiceRow, theme: Theme): readonly Segment[] {
	if (!targets) return [{ text: '-', color: theme.dim }];
	const { healthy, total } = targets;
	const level = healthy === total ? undefined : healthy === 0 ? theme.failing : theme.degraded;
	const color = stale.targets ? theme.dim : level;
	return [{ text: `${healthy}/${total}`, color }];
}

function placeColumn(
	id: string,
	title: string,
	priority: number,
	ideal: number,
	cell: (row: ServiceRow) => readonly Segment[],
): Column<ServiceRow> {
	return { id, title, width: { min: Math.min(14, ideal), ideal }, priority, extra: true, cell };
}

/** `2m  has reached a steady state.`: AWS's words without the name of the service, which stands in the row. */
function eventCell({ service }: ServiceRow, now: number, theme: Theme): readonly Segment[] {
	const event = service.events[0];
	if (!event) return [];
	return [
		{ text: `${age(event.createdAt, now).padStart(5)}  `, color: theme.dim },
		{ text: eventWords(event.message), color: theme.dim },
	];
}
