import { inOrder, timeline } from '../../diagnosis/timeline/timeline.ts';
import { TIMELINE_KINDS, type TimelineEntry, type TimelineKind } from '../../diagnosis/timeline/timeline-entry.ts';
import { lastSegment, parseArn, regionOf } from '../../model/arn.ts';
import type { Service } from '../../model/service.ts';
import type { CommandContext } from '../command.ts';
import { EXIT, type ExitStatus } from '../exit-status.ts';
import { findService, findServices, type FoundService } from '../find.ts';
import type { Gathered } from '../gather.ts';
import { say } from '../io.ts';
import { optionalReadings } from '../optional-readings.ts';
import { printList } from '../print-list.ts';
import type { PrintColumn } from '../print-table.ts';
import { counted } from '../progress.ts';
import { readTimeline, readTimelines } from '../read-timeline.ts';
import { remarkOnClock } from '../remark-on-clock.ts';
import { reportFailure } from '../report-failure.ts';
import { parseSince } from '../since.ts';
import { timelineLimits } from '../timeline-limits.ts';
import { timelineMarkdown } from '../timeline-markdown.ts';
import { UsageError } from '../usage-error.ts';

export type EventsArguments = {
	readonly service?: string;
	readonly since?: string;
	readonly kind?: readonly TimelineKind[];
	readonly markdown?: boolean;
};

type Row = TimelineEntry & { readonly clusterArn: string };

const COLUMNS: readonly PrintColumn<Row>[] = [
	{ title: 'TIME', text: ({ at }) => new Date(at).toISOString() },
	{ title: 'CLUSTER', text: ({ clusterArn }) => lastSegment(clusterArn) },
	{ title: 'SERVICE', text: ({ serviceArn }) => lastSegment(serviceArn) },
	{ title: 'KIND', text: ({ kind }) => kind },
	{ title: 'EVENT', text: ({ text }) => text },
];

export async function runEvents(context: CommandContext<EventsArguments>): Promise<ExitStatus> {
	const { args, io } = context;
	if (args.json && args.markdown) throw new UsageError('--json and --markdown are two formats: choose one.');
	// What cannot be understood is said before anything is read.
	if (args.since !== undefined) parseSince(args.since, io.now());
	const target = await context.target();
	const { found, missing }: Gathered<FoundService> =
		args.service === undefined
			? await counted(io, 'services', (count) => findServices(target, io.signal, count))
			: { found: [await findService(target, args.service, io.signal)], missing: [] };
	const readings = optionalReadings(io, 'What happened', 'is told');
	const reading = { aws: target.aws, io, optional: readings.optional };
	const now = io.now();
	remarkOnClock(io, target.aws.clockAhead());
	const since = args.since === undefined ? undefined : parseSince(args.since, now);
	// Nine calls are too many for each of all services.
	const [one] = args.service === undefined ? [] : found;
	const sources = one ? [await readTimeline(reading, one.service)] : await readTimelines(reading, found);
	const isWanted = ({ at, kind }: TimelineEntry) =>
		(since === undefined || at >= since) && (args.kind === undefined || args.kind.includes(kind));
	const entries = inOrder(sources.flatMap(timeline)).filter(isWanted).toReversed();
	const services = found.map(({ service }) => service);
	const scope = { services, from: since, to: now, alone: one !== undefined };
	if (args.markdown) {
		const limits = timelineLimits({ ...scope, kinds: args.kind });
		const lacks = [...new Set(services.flatMap(readings.lackedBy))].toSorted();
		const parts = missing.map(({ part }) => part);
		return printMarkdown(context, {
			services,
			entries,
			from: since,
			to: now,
			lacks: [...lacks, ...parts],
			limits,
			missing,
		});
	}
	// That health has no history is nothing to say to everybody each time.
	const kinds = args.kind ?? TIMELINE_KINDS.filter((kind) => kind !== 'health');
	for (const limit of timelineLimits({ ...scope, kinds })) say(io, `deckwatch: ${limit}`);
	const clusters = new Map(found.map(({ service }) => [service.serviceArn, service.clusterArn]));
	return printList(context, {
		name: args.json ? 'timeline' : 'events',
		rows: entries.map((entry) => ({ ...entry, clusterArn: clusters.get(entry.serviceArn) ?? '' })),
		columns: COLUMNS,
		toJson: ({ at, place: _place, ...row }) => ({ at: new Date(at).toISOString(), ...row }),
		more: { events: awsEvents(found, since) },
		missing,
	});
}

type Output = Gathered<FoundService>['missing'];

function printMarkdown(
	{ args, io }: CommandContext<EventsArguments>,
	{
		services,
		entries,
		from,
		to,
		lacks,
		limits,
		missing,
	}: {
		readonly services: readonly Service[];
		readonly entries: readonly TimelineEntry[];
		readonly from: number | undefined;
		readonly to: number;
		readonly lacks: readonly string[];
		readonly limits: readonly string[];
		readonly missing: Output;
	},
): ExitStatus {
	const [one] = args.service === undefined ? [] : services;
	const places = services.map(({ serviceArn }) => {
		const { account = '-', region = '-' } = parseArn(serviceArn) ?? {};
		return `account ${account.replace(/^(\d{4})(\d{4})(\d{4})$/u, '$1-$2-$3')}, ${region}`;
	});
	const clusters = [...new Set(services.map(({ clusterArn }) => lastSegment(clusterArn)))];
	io.stdout.write(
		timelineMarkdown(entries, {
			subject: one ? `${one.serviceName} in ${lastSegment(one.clusterArn)}` : `all services of ${clusters.join(', ')}`,
			place: [...new Set(places)].join('; '),
			from,
			to,
			missing: lacks,
			limits,
			nameOf: one ? undefined : namesOf(services),
		}),
	);
	for (const { error } of missing) reportFailure(error, io);
	return missing.length > 0 ? EXIT.aws : EXIT.done;
}

/** A name alone would be that of a service in each of several clusters, or regions. */
function namesOf(services: readonly Service[]): (serviceArn: string) => string {
	const clusterArns = new Set(services.map(({ clusterArn }) => clusterArn));
	const clusters = new Set([...clusterArns].map(lastSegment));
	const names = services.map(({ serviceArn, clusterArn, serviceName }) => {
		const cluster = clusterArns.size > 1 ? `${lastSegment(clusterArn)}/` : '';
		const region = clusterArns.size > clusters.size ? ` (${regionOf(clusterArn)})` : '';
		return [serviceArn, `${cluster}${serviceName}${region}`] as const;
	});
	const known = new Map(names);
	return (serviceArn) => known.get(serviceArn) ?? lastSegment(serviceArn);
}

/** A script gets the events of ECS as they are, too: ECS lists its own newest first, and those of one moment stay in order. */
function awsEvents(found: readonly FoundService[], since = Number.NEGATIVE_INFINITY): readonly object[] {
	return found
		.flatMap(({ service: { clusterArn, serviceName, events: newestFirst } }) =>
			newestFirst.toReversed().map((event) => ({ ...event, clusterArn, serviceName })),
		)
		.filter(({ createdAt }) => createdAt >= since)
		.toSorted((a, b) => a.createdAt - b.createdAt);
}
