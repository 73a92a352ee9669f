import type { Service } from '../../model/service.ts';
import { dueServices } from '../due-services.ts';
import { read, type PictureUpdate } from '../picture-update.ts';
import type { Table } from '../picture.ts';
import type { ReadingContext } from '../reading-context.ts';
import type { Reading } from '../reading.ts';
import { reconcile } from '../reconcile.ts';
import { elapsed } from '../time.ts';
import type { WantedServices } from '../wanted-services.ts';

/** How often it is asked which services there are, ms. */
const LIST_EVERY = 60_000;

/** The services of a cluster: all of them once, then each as often as it deserves. */
export function servicesReading(context: ReadingContext, clusterArn: string, wish: WantedServices): Reading {
	const { aws, time, doneAt } = context;
	const listKey = `list ${clusterArn}`;

	async function loadAll(signal: AbortSignal, found: (update: PictureUpdate) => void): Promise<void> {
		const seen = new Set<string>();
		const onBatch = (services: readonly Service[]): void => {
			for (const { serviceArn } of services) seen.add(serviceArn);
			found(described({ clusterArn, services, gone: [], readAt: time.now(), wish }));
		};
		for (const { serviceArn } of await aws.services(clusterArn, { signal, onBatch })) seen.add(serviceArn);
		const gone = known(context, clusterArn).filter((arn) => !seen.has(arn));
		doneAt.set(listKey, time.now());
		found(described({ clusterArn, services: [], gone, readAt: time.now(), wish }));
	}

	async function describe(arns: readonly string[], signal: AbortSignal, found: (update: PictureUpdate) => void) {
		if (arns.length === 0) return;
		const services = await aws.describeServices(clusterArn, arns, { signal });
		const there = new Set(services.map(({ serviceArn }) => serviceArn));
		const gone = arns.filter((arn) => !there.has(arn));
		found(described({ clusterArn, services, gone, readAt: time.now(), wish }));
	}

	return {
		key: `services ${clusterArn}`,
		every: 1000,
		table: 'services',
		keys: [clusterArn],
		async read(signal, found) {
			const listedAt = doneAt.get(listKey);
			if (wish.all && !listedAt) return loadAll(signal, found);
			const picture = context.picture();
			const { value = {}, failure } = picture.services[clusterArn] ?? {};
			// While it fails anything will do to find out whether it works again.
			const now = failure ? Infinity : time.now();
			const due = dueServices({ services: value, readAt: picture.serviceReadAt, now, ...wish });
			const isListDue = wish.all && elapsed(time.now(), listedAt ?? 0) >= LIST_EVERY;
			const listing = isListDue ? aws.serviceArns(clusterArn, signal) : undefined;
			const [arns] = await Promise.all([listing, describe(failure ? due.slice(0, 10) : due, signal, found)]);
			if (arns === undefined) return;
			const before = new Set(known(context, clusterArn));
			const there = new Set(arns);
			const gone = [...before].filter((arn) => !there.has(arn));
			const fresh = arns.filter((arn) => !before.has(arn));
			// Also when none is gone: a cluster without services is told to be read, and to be well, by nothing else.
			found(described({ clusterArn, services: [], gone, readAt: time.now(), wish }));
			await describe(fresh, signal, found);
			doneAt.set(listKey, time.now());
		},
	};
}

function known(context: ReadingContext, clusterArn: string): readonly string[] {
	return Object.keys(context.picture().services[clusterArn]?.value ?? {});
}

type Described = {
	readonly clusterArn: string;
	readonly services: readonly Service[];
	/** ARNs of those that are no more. */
	readonly gone: readonly string[];
	readonly readAt: number;
	readonly wish: WantedServices;
};

/** Takes described services in. The cluster's `readAt` is the oldest that is looked at, so no age is flattered. */
function described({ clusterArn, services, gone, readAt, wish }: Described): PictureUpdate {
	return (picture) => {
		const before = picture.services[clusterArn];
		const table = { ...before?.value, ...Object.fromEntries(services.map((service) => [service.serviceArn, service])) };
		const times: Record<string, number> = { ...picture.serviceReadAt };
		for (const { serviceArn } of services) times[serviceArn] = readAt;
		for (const arn of gone) {
			delete table[arn];
			delete times[arn];
		}
		const value = reconcile(before?.value, table);
		const looked = [...wish.wanted.keys()].filter((arn) => value[arn] !== undefined);
		const oldest = oldestOf(looked.length > 0 ? looked : Object.keys(value), times) ?? readAt;
		return {
			...picture,
			services: { ...picture.services, [clusterArn]: read(value, oldest) },
			serviceReadAt: times,
		};
	};
}

function oldestOf(arns: readonly string[], times: Table<number>): number | undefined {
	const read = arns.flatMap((arn) => times[arn] ?? []);
	return read.length === 0 ? undefined : read.reduce((a, b) => Math.min(a, b));
}
