import type { AwsCallError } from '../../aws/aws-call-error.ts';
import type { LogLine } from '../../model/log-line.ts';
import { parseLogFilter } from '../../model/log-filter.ts';
import { shortTaskId } from '../../model/arn.ts';
import type { Command, CommandContext } from '../command.ts';
import { parseDuration } from '../duration.ts';
import { EXIT, statusOfEnd } from '../exit-status.ts';
import { findService } from '../find.ts';
import { followLogs } from '../follow-logs.ts';
import type { MissingPart } from '../gather.ts';
import { type Io, say } from '../io.ts';
import { printJsonLine } from '../json/print-json.ts';
import { readLogs } from '../read-logs.ts';
import { remarkOnClock } from '../remark-on-clock.ts';
import { reportFailure } from '../report-failure.ts';
import { serviceLogSources } from '../service-log-sources.ts';
import { UsageError } from '../usage-error.ts';
import { checkWanted, wantedSources } from '../wanted-sources.ts';

type Arguments = {
	readonly service: string;
	readonly follow?: boolean;
	readonly since: string;
	readonly container?: string;
	readonly task?: string;
	readonly filter?: string;
	readonly raw?: boolean;
};

export const logs: Command<Arguments> = {
	command: 'logs <service>',
	describe: "Print a service's log lines, merged over tasks and containers",
	builder: (yargs) =>
		yargs.positional('service', { type: 'string', describe: 'Service by name or ARN', demandOption: true }).options({
			follow: { type: 'boolean', alias: 'f', describe: 'Keep printing new lines' },
			since: { type: 'string', nargs: 1, default: '15m', describe: 'How far back: 90s, 15m, 2h, 1d' },
			container: { type: 'string', nargs: 1, describe: 'Only this container' },
			task: { type: 'string', nargs: 1, describe: 'Only this task, by the start of its id' },
			filter: { type: 'string', nargs: 1, describe: 'Only lines with this text; !text without it; /regex/' },
			raw: { type: 'boolean', describe: 'Only the lines, without time and task' },
		}),
	async run({ args, io, target }) {
		const since = parseDuration(args.since);
		const filter = parseLogFilter(args.filter ?? '');
		if (filter.problem !== undefined) throw new UsageError(`--filter: ${filter.problem}`);
		const opened = await target();
		const { aws } = opened;
		const found = await findService(opened, args.service, io.signal);
		const { serviceName } = found.service;
		const print = printer(args, io, filter.matches);
		const all = await serviceLogSources(aws, found, io.signal);
		checkWanted(all, args, serviceName);
		const sources = wantedSources(all.sources, args);
		if (sources.length === 0)
			say(io, `deckwatch: none of the tasks of ${serviceName} has started, so there are no logs yet.`);
		remarkOnClock(io, aws.clockAhead());
		if (args.follow) {
			const findSources = async () => wantedSources((await serviceLogSources(aws, found, io.signal)).sources, args);
			await followLogs(aws, { sources, findSources, since, print, io });
		} else {
			const range = { from: io.now() - since, to: io.now() };
			const missing = new Map<string, AwsCallError>();
			const onMissing = ({ part, error }: MissingPart): void => void missing.set(part, error);
			for await (const lines of readLogs(aws, sources, range, io.signal, onMissing)) print(lines);
			if (io.signal.aborted) return statusOfEnd(io.signal);
			for (const [group, error] of missing) {
				say(io, `deckwatch: not all lines of the log group ${group} are here:`);
				reportFailure(error, io);
			}
			if (missing.size > 0) return EXIT.aws;
		}
		return EXIT.done;
	},
};

function printer(
	{ json, raw }: CommandContext<Arguments>['args'],
	io: Io,
	matches: (line: LogLine) => boolean,
): (lines: readonly LogLine[]) => void {
	return (lines) => {
		for (const line of lines) {
			if (!matches(line)) continue;
			const { timestamp, source, text, eventId } = line;
			if (json) {
				const { container, taskArn, group, stream } = source;
				printJsonLine(io, {
					timestamp,
					taskArn,
					container,
					logGroupName: group,
					logStreamName: stream,
					eventId,
					message: text,
				});
			} else if (raw) io.stdout.write(`${text}\n`);
			else {
				const time = new Date(timestamp).toISOString();
				io.stdout.write(`${time} ${shortTaskId(source.taskArn)} ${source.container}  ${text}\n`);
			}
		}
	};
}
