import type { Service } from '../model/service.ts';
import type { Picture } from './picture.ts';
import { showsTrouble } from './signs-of-trouble.ts';
import { elapsed } from './time.ts';

/** So many at a time are read closely although nobody has selected them. */
const MOST = 10;
/** Ms for which tasks may be missing: a scale-out or a rollout takes as long. */
const SHORT_FOR = 60_000;
/** Ms for which one that shows no sign any more is still read: signs come and go. */
const AFTERWARDS = 5 * 60_000;

/** Keeps in mind which services are in trouble. */
export type Troubles = {
	/** Those among these, the worst first, ten at most; what is not among them is forgotten. `now` is epoch ms. */
	among(picture: Picture, services: readonly Service[], now: number): readonly Service[];
};

export function createTroubles(): Troubles {
	const shortSince = new Map<string, number>();
	const shownAt = new Map<string, number>();

	function isShort({ serviceArn, runningCount, desiredCount }: Service, now: number): boolean {
		if (runningCount >= desiredCount) {
			shortSince.delete(serviceArn);
			return false;
		}
		const since = shortSince.get(serviceArn) ?? now;
		shortSince.set(serviceArn, since);
		return elapsed(now, since) >= SHORT_FOR;
	}

	function isInTrouble(picture: Picture, service: Service, now: number): boolean {
		const { serviceArn, status } = service;
		const shows = status === 'ACTIVE' && (isShort(service, now) || showsTrouble(picture, service, now));
		if (shows) shownAt.set(serviceArn, now);
		const shown = shownAt.get(serviceArn);
		if (shown === undefined) return false;
		if (shows || elapsed(now, shown) < AFTERWARDS) return true;
		shownAt.delete(serviceArn);
		return false;
	}

	/** What was deleted is not kept in mind: one of the same name begins anew. */
	function forgetOthers(services: readonly Service[]): void {
		const present = new Set(services.map(({ serviceArn }) => serviceArn));
		for (const known of [shortSince, shownAt]) {
			for (const arn of known.keys()) if (!present.has(arn)) known.delete(arn);
		}
	}

	return {
		among(picture, services, now) {
			forgetOthers(services);
			return services
				.filter((service) => isInTrouble(picture, service, now))
				.toSorted((a, b) => lack(b) - lack(a) || a.serviceArn.localeCompare(b.serviceArn))
				.slice(0, MOST);
		},
	};
}

/** The share of its tasks that is missing. */
function lack({ runningCount, desiredCount }: Service): number {
	return desiredCount === 0 ? 0 : Math.max(0, 1 - runningCount / desiredCount);
}
