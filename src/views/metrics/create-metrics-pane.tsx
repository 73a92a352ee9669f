import { Box } from 'ink';
import type { ReactNode } from 'react';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { Notice } from '../../components/notice.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { duration } from '../../model/duration.ts';
import type { MetricSeries, ServiceMetrics } from '../../model/metrics.ts';
import type { Resource } from '../../model/resource.ts';
import { cpuTarget, memoryTarget } from '../../model/scaling.ts';
import type { BodyProps, Pane, ViewContext } from '../pane.ts';
import { askingWords } from '../asking-words.ts';
import { noService, serviceTitle, serviceTopics } from '../scope.ts';
import { createEntries, type EntriesOf } from '../events/entries.ts';
import { troubleOf } from '../trouble.ts';
import { MetricChart } from './metric-chart.tsx';

/** The charts stand under each other, minute under minute, unless they would be this low on a screen this wide. */
const WIDE = 150;
const LOW = 10;

/** Cells between the two. */
const GUTTER = 3;

/** CPU and memory of a service over the last hours, with what autoscaling aims at. */
export function createMetricsPane(): Pane {
	const entriesOf = createEntries();
	return {
		id: 'metrics',
		title: (context) => {
			const cpu = drawnPart(context)?.cpu;
			const span = cpu === undefined ? [] : [`last ${duration(cpu.values.length * cpu.periodMs)}`];
			return ['Metrics', serviceTitle(context), ...span];
		},
		topics: (context) => serviceTopics(context, ['long-metrics', 'service', 'tasks', 'evidence']),
		trouble: (context) => troubleOf(reading(context), context.now),
		bindings: [],
		inset: true,
		Body: (props) => <Charts {...props} entriesOf={entriesOf} />,
	};
}

function Charts({ context, width, height, entriesOf }: BodyProps & { readonly entriesOf: EntriesOf }): ReactNode {
	const { theme, ui, settings, picture } = context;
	const metrics = reading(context);
	if (ui.serviceArn === undefined) {
		const { why, press } = noService(context);
		return <Notice headline={why} next={press} width={width} theme={theme} />;
	}
	if (metrics?.value === undefined) {
		if (metrics?.failure) return <FailureNotice failure={metrics.failure} width={width} theme={theme} />;
		const asking = askingWords(`asking cloudwatch:GetMetricData for ${serviceTitle(context)}`, picture);
		return <Skeleton asking={asking} {...{ width, height, theme }} />;
	}
	const scaling = picture.scaling[ui.serviceArn]?.value ?? undefined;
	const { cpu, memory } = drawnPart(context) ?? metrics.value;
	const half = Math.floor((height - 1) / 2);
	const beside = width >= WIDE && half < LOW;
	const size = beside ? { width: Math.floor((width - GUTTER) / 2), height } : { width, height: half };
	const entries = entriesOf({ ...context, ui: { ...ui, allEvents: false } })?.value ?? [];
	const shared = { entries, utc: settings.utc, stale: metrics.failure !== undefined, theme, ...size };
	return (
		<Box flexDirection={beside ? 'row' : 'column'} width={width}>
			<MetricChart name="CPU" series={cpu} target={cpuTarget(scaling)} {...shared} />
			<Box width={GUTTER} height={1} />
			<MetricChart name="Memory" series={memory} target={memoryTarget(scaling)} {...shared} />
		</Box>
	);
}

/** As far back as there is data of either, minute under minute: a young service is no strip at the right of nothing. */
function drawnPart(context: ViewContext): ServiceMetrics | undefined {
	const metrics = reading(context)?.value;
	if (!metrics) return undefined;
	const before = Math.min(beforeData(metrics.cpu), beforeData(metrics.memory));
	return { cpu: without(metrics.cpu, before), memory: without(metrics.memory, before) };
}

/** Minutes before the first one with data; 0 where there is none at all. */
function beforeData({ values }: MetricSeries): number {
	return Math.max(
		0,
		values.findIndex((value) => value !== null),
	);
}

function without({ startedAt, periodMs, values }: MetricSeries, count: number): MetricSeries {
	return { startedAt: startedAt + count * periodMs, periodMs, values: values.slice(count) };
}

function reading({ picture, ui }: ViewContext): Resource<ServiceMetrics> | undefined {
	return ui.serviceArn === undefined ? undefined : picture.longMetrics[ui.serviceArn];
}
