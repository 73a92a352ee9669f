import { deploymentStory, type StorySources } from '../../diagnosis/deployment-story.ts';
import { isToldByRollouts, rolloutMoments } from '../../diagnosis/rollout-moments.ts';
import { lastSegment } from '../../model/arn.ts';
import type { Service } from '../../model/service.ts';
import type { Command } from '../command.ts';
import { findService, findServices, type FoundService } from '../find.ts';
import type { Gathered } from '../gather.ts';
import type { Io } from '../io.ts';
import { optionalReadings } from '../optional-readings.ts';
import { printList } from '../print-list.ts';
import type { PrintColumn } from '../print-table.ts';
import { counted } from '../progress.ts';
import type { Target } from '../target.ts';

type Row = {
	readonly createdAt: number;
	readonly clusterArn: string;
	readonly serviceName: string;
	readonly id: string;
	readonly message: string;
};

const COLUMNS: readonly PrintColumn<Row>[] = [
	{ title: 'TIME', text: ({ createdAt }) => new Date(createdAt).toISOString() },
	{ title: 'CLUSTER', text: ({ clusterArn }) => lastSegment(clusterArn) },
	{ title: 'SERVICE', text: ({ serviceName }) => serviceName },
	{ title: 'EVENT', text: ({ message }) => message },
];

export const events: Command<{ readonly service?: string }> = {
	command: 'events [service]',
	describe: 'List what ECS says happened, oldest first',
	builder: (yargs) => yargs.positional('service', { type: 'string', describe: 'Service by name or ARN' }),
	async run(context) {
		const { args, io } = context;
		const target = await context.target();
		const { found, missing }: Gathered<FoundService> =
			args.service === undefined
				? await counted(io, 'services', (count) => findServices(target, io.signal, count))
				: { found: [await findService(target, args.service, io.signal)], missing: [] };
		// A script gets the events of ECS as they are. Three calls for a history are too many for each of all services.
		const [one] = args.json || args.service === undefined ? [] : found;
		const history = one && (await historyOf(target, one, io));
		return printList(context, {
			name: 'events',
			rows: found
				.flatMap(({ service }) => (args.json ? eventRows(service) : told({ service, history })))
				.toSorted(byTime),
			columns: COLUMNS,
			missing,
		});
	},
};

async function historyOf({ aws }: Target, { service }: FoundService, io: Io): Promise<StorySources['history']> {
	const history = aws.serviceDeployments(service.serviceArn, service.clusterArn, io.signal);
	return optionalReadings(io, 'Past deploys', 'are told').optional('their history', [service], history);
}

/** The story of the rollouts stands in place of the events that tell a part of it. */
function told(sources: StorySources): readonly Row[] {
	const { service } = sources;
	const { clusterArn, serviceName } = service;
	const moments = rolloutMoments(deploymentStory(sources));
	const steps = moments.map(({ at, text }) => ({ id: '', createdAt: at, clusterArn, serviceName, message: text }));
	return [...eventRows(service).filter((event) => !isToldByRollouts(event, moments)), ...steps];
}

/** Oldest first, as `byTime` leaves those of one moment: ECS lists its own newest first. */
function eventRows({ clusterArn, serviceName, events: newestFirst }: Service): readonly Row[] {
	return newestFirst.toReversed().map((event) => ({ ...event, clusterArn, serviceName }));
}

function byTime(a: Row, b: Row): number {
	return a.createdAt - b.createdAt;
}
