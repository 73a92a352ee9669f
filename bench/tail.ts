import { createAws } from '../src/aws/create-aws.ts';
import { logSources } from '../src/model/log-sources.ts';
import { createLogTail } from '../src/store/create-log-tail.ts';
import { readLogPages } from '../src/store/read-log-pages.ts';
import { firehose, passes, runDrydock } from './worlds.ts';

const RATES = [1_000, 2_000, 4_000, 8_000];
const WATCH_MS = 12_000;

/** Lines reach CloudWatch Logs late, and stragglers are looked for every 15 s. */
const SETTLED_MS = 16_000;

/** The highest of a row of rates at which every line arrived exactly once, and what arrived at each. */
export async function measureTail() {
	const rates = [];
	for (const linesPerSecond of RATES) rates.push({ linesPerSecond, ...(await tailAt(linesPerSecond)) });
	const lossless = rates.findLast(({ lost, doubled }) => lost === 0 && doubled === 0);
	return { highestWithoutLoss: lossless?.linesPerSecond ?? 0, rates };
}

async function tailAt(linesPerSecond: number) {
	const drydock = await runDrydock(firehose(linesPerSecond));
	const aws = createAws({
		endpointUrl: drydock.url,
		credentials: { accessKeyId: 'bench', secretAccessKey: 'bench' },
		clock: { now: Date.now },
	});
	const [cluster] = await aws.clusters('ap-northeast-1');
	const tasks = await aws.tasks(cluster?.clusterArn ?? '', { serviceName: 'a-firehose', desiredStatus: 'RUNNING' });
	const definition = await aws.taskDefinition(tasks[0]?.taskDefinitionArn ?? '', 'ap-northeast-1');
	const { sources } = logSources(tasks, () => definition);
	const seen = new Map<string, number>();
	const begun = Promise.withResolvers<void>();
	const tail = createLogTail({
		aws,
		onLines: (lines) => {
			for (const { eventId } of lines) seen.set(eventId, (seen.get(eventId) ?? 0) + 1);
			begun.resolve();
		},
	});
	tail.follow(sources);
	// Of what was written before the tail began it reads the newest lines only.
	await begun.promise;
	const from = Date.now();
	await passes(WATCH_MS + SETTLED_MS);
	tail.stop();
	const written = await eventIds(aws, sources, { from, to: from + WATCH_MS });
	aws.close();
	drydock.process.kill();
	return {
		written: written.length,
		lost: written.filter((id) => !seen.has(id)).length,
		doubled: written.filter((id) => (seen.get(id) ?? 0) > 1).length,
	};
}

async function eventIds(
	aws: ReturnType<typeof createAws>,
	sources: ReturnType<typeof logSources>['sources'],
	{ from, to }: { readonly from: number; readonly to: number },
): Promise<readonly string[]> {
	const [{ region, group } = { region: '', group: '' }] = sources;
	const query = { region, group, streams: sources.map(({ stream }) => stream), startTime: from, endTime: to };
	const ids: string[] = [];
	for await (const { events } of readLogPages(aws, query, new AbortController().signal)) {
		ids.push(...events.map(({ eventId }) => eventId));
	}
	return ids;
}
