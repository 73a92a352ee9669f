import type { Service } from '../model/service.ts';
import type { Resource } from '../model/resource.ts';
import type { PictureUpdate } from './picture-update.ts';
import type { Picture } from './picture.ts';
import { reconcile } from './reconcile.ts';
import { SELECTED, type WantedServices } from './wanted-services.ts';

export type Described = {
	readonly clusterArn: string;
	readonly services: readonly Service[];
	/** ARNs of those that are no more. */
	readonly gone: readonly string[];
	/** Epoch ms. */
	readonly askedAt: number;
	readonly readAt: number;
	readonly wish: WantedServices;
};

/**
 * Takes described services in. The cluster's `readAt` is the oldest that is looked at and can be read, so no age is
 * flattered. Its failure is not over with that: other readings have a part in it.
 */
export function takeServices({ clusterArn, services, gone, askedAt, readAt, wish }: Described): PictureUpdate {
	return (picture) => {
		const before = picture.services[clusterArn];
		// A call that waited long must not put back what another one has read meanwhile.
		const news = services.filter(
			({ serviceArn, status }) =>
				!isBetween(picture.serviceReadAt[serviceArn], askedAt, readAt) &&
				(status !== 'INACTIVE' || before?.value?.[serviceArn] !== undefined || isSelected(wish, serviceArn)),
		);
		const table = { ...before?.value, ...Object.fromEntries(news.map((service) => [service.serviceArn, service])) };
		const times: Record<string, number> = { ...picture.serviceReadAt };
		for (const { serviceArn } of news) times[serviceArn] = readAt;
		for (const arn of gone) {
			delete table[arn];
			delete times[arn];
		}
		const failures = without(picture.serviceFailures, [...services.map(({ serviceArn }) => serviceArn), ...gone]);
		const value = reconcile(before?.value, table);
		const looked = [...wish.wanted.keys()].filter((arn) => value[arn] !== undefined);
		const readable = (looked.length > 0 ? looked : Object.keys(value)).filter((arn) => failures[arn] === undefined);
		const oldest = readable.reduce((sum, arn) => Math.min(sum, times[arn] ?? readAt), readAt);
		return {
			...picture,
			services: { ...picture.services, [clusterArn]: { ...before, value, readAt: oldest } },
			serviceReadAt: times,
			serviceFailures: failures,
		};
	};
}

/** The selected service stays on screen although it is listed no more: AWS still describes it, as INACTIVE. */
export function isSelected({ wanted }: WantedServices, serviceArn: string): boolean {
	return (wanted.get(serviceArn) ?? Infinity) <= SELECTED;
}

function isBetween(time: number | undefined, after: number, until: number): boolean {
	return time !== undefined && time > after && time <= until;
}

function without(failures: Picture['serviceFailures'], arns: readonly string[]): Picture['serviceFailures'] {
	const over = new Set(arns.filter((arn) => failures[arn] !== undefined));
	if (over.size === 0) return failures;
	return Object.fromEntries(Object.entries<Resource<never>>(failures).filter(([arn]) => !over.has(arn)));
}
