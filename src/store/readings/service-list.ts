import { AwsCallError } from '../../aws/aws-call-error.ts';
import type { Service } from '../../model/service.ts';
import {
	accuse,
	describeServices,
	type DescribeOptions,
	type FailedGroup,
	inCalls,
	isOnesOwn,
} from '../describe-services.ts';
import type { ReadingContext } from '../reading-context.ts';
import type { Reading } from '../reading.ts';
import { isSelected, takeServices } from '../take-services.ts';
import type { WantedServices } from '../wanted-services.ts';

/** Which services a cluster has: all of them described once, then only those that are new. */
export function serviceListReading(context: ReadingContext, clusterArn: string, wish: WantedServices): Reading {
	const { aws, time, doneAt } = context;
	const known = () => context.picture().services[clusterArn]?.value;

	/** The first look: the describes go out while the listing goes on. */
	async function loadAll(options: DescribeOptions): Promise<void> {
		const { signal, found } = options;
		const failed: FailedGroup[] = [];
		let count = 0;
		const askedAt = time.now();
		const take = (services: readonly Service[]): void =>
			found(takeServices({ clusterArn, services, gone: [], askedAt, readAt: time.now(), wish }));
		const services = await aws.services(clusterArn, {
			signal,
			onBatch: (batch) => {
				count += batch.length;
				take(batch);
			},
			tolerate: (group, failure) => isOnesOwn(failure) && failed.push({ group, failure }) > 0,
		});
		doneAt.set(listedKey(clusterArn), time.now());
		const [first] = failed;
		if (first && count === 0) {
			for (const { group } of failed) context.suspects(clusterArn).doubt(group, time.now());
			throw new AwsCallError(first.failure);
		}
		accuse(options, failed);
		// Also when there are none: a cluster without services is told to be read by nothing else.
		take(services);
	}

	async function loadNew(options: DescribeOptions): Promise<void> {
		const { signal, found } = options;
		const askedAt = time.now();
		const arns = await aws.serviceArns(clusterArn, signal);
		const there = new Set(arns);
		const suspects = context.suspects(clusterArn);
		const before = Object.keys(known() ?? {});
		const gone = [...before, ...suspects.all()].filter((arn) => !there.has(arn) && !isSelected(wish, arn));
		suspects.clear(gone);
		found(takeServices({ clusterArn, services: [], gone, askedAt, readAt: time.now(), wish }));
		const old = new Set(before);
		await describeServices(options, inCalls(arns.filter((arn) => !old.has(arn) && !suspects.has(arn))));
		doneAt.set(listedKey(clusterArn), time.now());
	}

	return {
		key: `service list ${clusterArn}`,
		every: 60_000,
		table: 'services',
		keys: [clusterArn],
		read(signal, found) {
			const options = { context, clusterArn, wish, signal, found };
			return known() === undefined && !isListed(context, clusterArn) ? loadAll(options) : loadNew(options);
		},
	};
}

/** Whether all services of a cluster are known, but for those that cannot be described. */
export function isListed({ doneAt }: ReadingContext, clusterArn: string): boolean {
	return doneAt.has(listedKey(clusterArn));
}

/** The services of a watched cluster, once all are known: what is asked rarely should not miss half of them. */
export function listedServices(
	context: ReadingContext,
	clusterArn: string,
	{ all }: WantedServices,
): readonly string[] {
	return all && isListed(context, clusterArn) ? Object.keys(context.picture().services[clusterArn]?.value ?? {}) : [];
}

function listedKey(clusterArn: string): string {
	return `list ${clusterArn}`;
}
