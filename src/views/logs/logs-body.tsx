import type { ReactNode } from 'react';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { LogLines } from '../../components/log-lines.tsx';
import { Notice } from '../../components/notice.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { lastSegment } from '../../model/arn.ts';
import { resourceState } from '../../model/resource.ts';
import type { LogTail, LogTailState } from '../../store/log-tail.ts';
import { askingWords } from '../asking-words.ts';
import { atPresent } from '../events/entries.ts';
import type { BodyProps } from '../pane.ts';
import { createLineDrawer } from './create-line-drawer.ts';
import { createTaskColors } from './create-task-colors.ts';
import type { LogReading } from './log-reading.ts';
import { linesInView } from './log-place.ts';
import { containerWidth } from './log-segments.ts';
import { count, noLines, noStreams } from './logs-words.ts';
import { readBack } from './read-back.ts';

type LogsBodyProps = BodyProps & { readonly reading: LogReading };

/** The log of the selected service, or why there is none. */
export function LogsBody(props: LogsBodyProps): ReactNode {
	const { context, width, height, reading } = props;
	const { ui, theme, logTail } = context;
	const { picture } = atPresent(context);
	const tail = useTail(logTail);
	const found = reading.sources(context);

	useEffect(() => logTail?.follow(found.sources), [logTail, found]);
	const rewoundTo = context.rewound?.at;
	useEffect(() => {
		if (logTail && rewoundTo !== undefined) void readBack(logTail, rewoundTo);
	}, [logTail, rewoundTo]);

	if (ui.serviceArn === undefined || !logTail || !tail) {
		return <Notice headline="Select a service to see its log here." width={width} theme={theme} />;
	}
	const service = lastSegment(ui.serviceArn);
	const tasks = picture.tasks[ui.serviceArn];
	if (resourceState(tasks) === 'failed' && tasks?.failure) {
		return <FailureNotice failure={tasks.failure} width={width} theme={theme} />;
	}
	if (!tasks?.value) {
		const asking = askingWords(`asking ecs:ListTasks for ${service}`, picture);
		return <Skeleton asking={asking} {...{ width, height, theme }} />;
	}
	if (found.sources.length === 0) {
		const definitions = [...new Set(Object.values(tasks.value).map(({ taskDefinitionArn }) => taskDefinitionArn))];
		const readings = definitions.map((arn) => picture.taskDefinitions[arn]);
		const failed = readings.find((definition) => resourceState(definition) === 'failed');
		if (failed?.failure) return <FailureNotice failure={failed.failure} width={width} theme={theme} />;
		if (readings.some((definition) => !definition?.value)) {
			const asking = askingWords(`asking ecs:DescribeTaskDefinition for ${service}`, picture);
			return <Skeleton asking={asking} {...{ width, height, theme }} />;
		}
		return <Notice {...noStreams(context, service, found)} width={width} theme={theme} />;
	}
	if (tail.lines.length === 0 && tail.readAt === undefined && Object.keys(tail.failures).length === 0) {
		const asking = `asking logs:FilterLogEvents for ${count(found.sources.length, 'stream')}`;
		return <Skeleton asking={asking} {...{ width, height, theme }} />;
	}
	return <Lines {...props} tail={tail} />;
}

/** Only what is in view is worked out, and a line only once while the looks stay the same. */
function Lines(props: LogsBodyProps & { readonly tail: LogTailState }): ReactNode {
	const { context, width, height, reading, tail } = props;
	const { theme, ui } = context;
	const { utc } = context.settings;
	const { bottom, match, raw, wrap } = ui.logs;
	const { marks } = reading.filter(context);
	const names = containerWidth(tail.sources);
	const [colorsOf] = useState(createTaskColors);
	const colors = useMemo(() => {
		const tasks = tail.sources.map(({ taskArn }) => taskArn);
		return colorsOf(tasks, theme.distinct);
	}, [colorsOf, tail.sources, theme.distinct]);

	const draw = useMemo(
		() =>
			createLineDrawer({
				theme,
				utc,
				raw,
				colors,
				marks,
				width,
				containerWidth: names,
				wrapTo: wrap ? height : undefined,
			}),
		[theme, utc, raw, colors, names, marks, width, height, wrap],
	);
	const { lines, cutTop } = linesInView(
		reading.lines(context),
		bottom,
		height,
		(line) => draw(line, false).rows.length,
	);
	if (lines.length === 0) return <Notice {...noLines(context, tail)} width={width} theme={theme} />;
	return <LogLines lines={lines.map((line) => draw(line, line === match))} {...{ width, height, cutTop }} />;
}

function useTail(logTail: LogTail | undefined): LogTailState | undefined {
	const subscribe = useMemo(() => (changed: () => void) => logTail?.subscribe(changed) ?? (() => undefined), [logTail]);
	return useSyncExternalStore(subscribe, () => logTail?.getState());
}
