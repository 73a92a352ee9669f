import { lastSegment } from '../../model/arn.ts';
import type { Command } from '../command.ts';
import { findService, findServices, type FoundService } from '../find.ts';
import type { Gathered } from '../gather.ts';
import { printList } from '../print-list.ts';
import type { PrintColumn } from '../print-table.ts';
import { counted } from '../progress.ts';

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
		return printList(context, {
			name: 'events',
			rows: found.flatMap(rowsOf).toSorted(byTime),
			columns: COLUMNS,
			missing,
		});
	},
};

/** Oldest first, as `byTime` leaves those of one moment: ECS lists its own newest first. */
function rowsOf({ service }: FoundService): readonly Row[] {
	const { clusterArn, serviceName } = service;
	return service.events.toReversed().map((event) => ({ ...event, clusterArn, serviceName }));
}

function byTime(a: Row, b: Row): number {
	return a.createdAt - b.createdAt;
}
