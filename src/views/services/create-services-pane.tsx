import type { ReactNode } from 'react';
import { cellWidth } from '../../components/cell-width.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { Notice } from '../../components/notice.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { Table } from '../../components/table.tsx';
import type { Finding } from '../../diagnosis/finding.ts';
import { findingsOf } from '../../diagnosis/judge-cluster.ts';
import { regionOf } from '../../model/arn.ts';
import { resourceState } from '../../model/resource.ts';
import { arrange } from '../arrange.ts';
import type { Arranged } from '../arrange.ts';
import { createMemo } from '../memo.ts';
import type { BodyProps, Pane, ViewContext } from '../pane.ts';
import { arrangeBindings, moveBindings } from '../table-bindings.ts';
import { tableState } from '../ui-state.ts';
import { createServiceRows } from './create-service-rows.ts';
import { serviceColumns } from './service-columns.ts';
import type { ServiceRow } from './service-row.ts';
import { asking, emptiness, serviceReadings, servicesTitle } from './services-words.ts';
import { shownClusters } from './shown-clusters.ts';
import { servicesTrouble } from './services-trouble.ts';
import { serviceTopics } from './visible-services.ts';

/** The services of the shown clusters, those that need attention first. */
export type ServicesPane = Pane & {
	/** The rows that pass the filter, in the order shown. */
	readonly rows: (context: ViewContext) => readonly ServiceRow[];
	/** All rows, whatever the filter. */
	readonly allRows: (context: ViewContext) => readonly ServiceRow[];
	/** What is found in all of them, the most severe first. */
	readonly findings: (context: ViewContext) => readonly Finding[];
};

export function createServicesPane(): ServicesPane {
	const serviceRows = createServiceRows();
	const rememberedColumns = createMemo<ReturnType<typeof serviceColumns>>();
	const rememberedFields = createMemo<ReturnType<typeof serviceColumns>>();
	const rememberedLongest = createMemo<{ readonly service: number; readonly cluster: number }>();
	const rememberedFindings = createMemo<readonly Finding[]>();
	const rememberedRows = createMemo<Arranged<ServiceRow>>();

	const columnsAt = (remembered: typeof rememberedColumns, context: ViewContext, now: number) => {
		const { picture, ui, theme } = context;
		const { service, cluster } = longest(context);
		const clusters = shownClusters(picture, ui.clusterArns);
		const manyClusters = clusters.length > 1;
		const manyRegions = new Set(clusters.map(regionOf)).size > 1;
		return remembered([theme, now, manyClusters, manyRegions, service, cluster], () =>
			serviceColumns({ theme, now, manyClusters, manyRegions, longest: { service, cluster } }),
		);
	};
	const columns = (context: ViewContext) => columnsAt(rememberedColumns, context, context.now);
	/** Of all there are, whatever the filter: columns do not move while one types. */
	const longest = (context: ViewContext) => {
		const all = allRows(context);
		return rememberedLongest([all], () => ({
			service: widest(all.map(({ service }) => service.serviceName)),
			cluster: widest(all.map(({ clusterName }) => clusterName)),
		}));
	};
	// Ages are looked up as they were within ten seconds: filtering 5,000 rows anew each second would cost for nothing.
	const fields = (context: ViewContext) =>
		columnsAt(rememberedFields, context, Math.floor(context.now / 10_000) * 10_000);
	const allRows = ({ picture, ui, now }: ViewContext) => serviceRows(picture, ui.clusterArns, now);
	const findings = (context: ViewContext) => {
		const all = allRows(context);
		return rememberedFindings([all], () => findingsOf(all));
	};
	const arranged = (context: ViewContext) => {
		const all = allRows(context);
		const { faultsOnly } = context.ui;
		const { filter, sort } = tableState(context.ui, 'services');
		return rememberedRows([all, fields(context), faultsOnly, filter, sort], () => {
			const candidates = faultsOnly ? all.filter(({ attention }) => attention.level !== 'fine') : all;
			return arrange(candidates, fields(context), { filter, sort });
		});
	};
	const rows = (context: ViewContext) => arranged(context).items;

	const topics = (context: ViewContext) => {
		const { picture, ui, pageSize: page } = context;
		const view = { cursor: ui.serviceArn, page };
		return serviceTopics(shownClusters(picture, ui.clusterArns), rows(context), view);
	};

	function Body({ context, width, height, focused }: BodyProps): ReactNode {
		const { theme, now, ui } = context;
		const items = rows(context);
		const readings = serviceReadings(context);
		if (items.length > 0) {
			const services = shownClusters(context.picture, ui.clusterArns).map((arn) => context.picture.services[arn]);
			return (
				<Table
					columns={columns(context)}
					items={items}
					keyOf={({ service }) => service.serviceArn}
					cursor={ui.serviceArn}
					sort={tableState(ui, 'services').sort}
					stale={services.every((one) => resourceState(one) === 'stale')}
					{...{ focused, width, height, now, theme }}
				/>
			);
		}
		const failure = readings.find((one) => one?.failure)?.failure;
		if (failure) return <FailureNotice failure={failure} width={width} theme={theme} />;
		if (readings.length === 0 || readings.some((one) => resourceState(one) === 'loading')) {
			return <Skeleton asking={asking(context)} width={width} height={height} theme={theme} />;
		}
		return <Notice {...emptiness(context, allRows(context).length)} width={width} theme={theme} />;
	}

	return {
		id: 'services',
		title: (context) => servicesTitle(context, rows(context).length, allRows(context).length),
		trouble: (context) => arranged(context).problem ?? servicesTrouble(context, topics(context)),
		bindings: [
			{
				id: 'services.open',
				keys: ['enter'],
				label: 'service',
				help: 'The service with all its settings.',
				footer: 10,
				offBecause: ({ ui }) => (ui.serviceArn === undefined ? 'no service is selected' : undefined),
				run: ({ ui, dispatch }) => {
					dispatch({ type: 'select-service', serviceArn: ui.serviceArn });
					dispatch({ type: 'open', screen: 'service' });
				},
			},
			...moveBindings('services', (context) => rows(context).map(({ service }) => service.serviceArn)),
			...arrangeBindings('services', columns),
		],
		topics,
		Body,
		rows,
		allRows,
		findings,
	};
}

function widest(texts: readonly string[]): number {
	return texts.reduce((width, text) => Math.max(width, cellWidth(text)), 0);
}
