import type { Aws } from '../aws/aws.ts';
import type { Service } from '../model/service.ts';
import type { Picture } from './picture.ts';
import type { ResourceTable } from './picture-update.ts';
import { detailReadings } from './plan-evidence.ts';
import type { ReadingContext } from './reading-context.ts';
import type { Reading } from './reading.ts';
import { targetGroupsOf } from './related.ts';
import { lastLinesReadings } from './readings/last-lines.ts';
import { serviceDeploymentsReading } from './readings/service-deployments.ts';
import { targetGroupsReading } from './readings/target-groups.ts';
import { createSuspects } from './suspects.ts';
import { systemTime } from './time.ts';
import { createTroubles } from './troubles.ts';

export type DetailsOptions = {
	readonly aws: Aws;
	/** Epoch ms. */
	now(): number;
	readonly signal: AbortSignal;
	/** Those of which dead tasks' last lines are read, too: a call each, of the few that an account has for its logs. */
	readonly heard: readonly Service[];
	/** Hears of each reading, and whom it is for; one that fails is left out of the picture where this does not throw. */
	attempt(table: ResourceTable, services: readonly Service[], done: Promise<void>): Promise<void>;
};

/**
 * Reads once what the console keeps fresh of services that are in trouble: what the picture does not tell yet, but for
 * tasks, targets and scaling. What is read tells what else there is to read: the revision of a task that died, then
 * its last lines.
 */
export async function readDetails(
	{ aws, now, signal, heard, attempt }: DetailsOptions,
	before: Picture,
	services: readonly Service[],
): Promise<Picture> {
	let picture = before;
	const context: ReadingContext = {
		aws,
		time: { ...systemTime, now },
		picture: () => picture,
		doneAt: new Map(),
		refreshMs: 0,
		freshSince: () => 0,
		suspects: createSuspects,
		troubles: createTroubles(),
	};
	const begun = new Set<string>();

	async function readOne(wanted: readonly { readonly reading: Reading; readonly service: Service }[]): Promise<void> {
		const [first] = wanted;
		if (!first) return;
		const { key, table, read } = first.reading;
		begun.add(key);
		const done = read(signal, (change) => void (picture = change(picture)), false);
		await attempt(
			table,
			wanted.map(({ service }) => service),
			done,
		);
	}

	async function readRest(): Promise<void> {
		const readings = services.flatMap((service) =>
			[
				serviceDeploymentsReading(context, service.clusterArn, service.serviceArn),
				...groupsReadings(context, service),
				...detailReadings(context, service),
				...(heard.includes(service) ? lastLinesReadings(context, service) : []),
			].map((reading) => ({ reading, service })),
		);
		const due = Map.groupBy(
			readings.filter(({ reading }) => !begun.has(reading.key)),
			({ reading }) => reading.key,
		);
		if (due.size === 0) return;
		await Promise.all([...due.values()].map(readOne));
		await readRest();
	}

	await readRest();
	return picture;
}

function groupsReadings(context: ReadingContext, service: Service): readonly Reading[] {
	const groups = targetGroupsOf(service);
	return groups.length === 0 ? [] : [targetGroupsReading(context, groups)];
}
