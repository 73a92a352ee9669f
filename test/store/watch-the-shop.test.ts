import { expect, test } from 'vitest';
import { createAws } from '../../src/aws/create-aws.ts';
import { attention } from '../../src/diagnosis/attention.ts';
import { createDrydock } from '../../src/drydock/drydock.ts';
import { createRequestHandler } from '../../src/drydock/wire/request-handler.ts';
import { createStore } from '../../src/store/create-store.ts';
import type { Picture, Store } from '../../src/store/picture.ts';
import { serviceEvidence } from '../../src/store/service-evidence.ts';

const MINUTE = 60_000;

/** The first picture that is as wanted. */
function shown(store: Store, holds: (picture: Picture) => boolean): Promise<Picture> {
	const { promise, resolve } = Promise.withResolvers<Picture>();
	const leave = store.subscribe((picture) => {
		if (holds(picture)) resolve(picture);
	});
	return promise.finally(leave);
}

/** Every service with something the matter: its level and what is said of it. */
function troubles(picture: Picture): Readonly<Record<string, string>> {
	const all = Object.values(picture.services).flatMap(({ value }) => Object.values(value ?? {}));
	const judged = all.map((service) => ({ service, ...attention(serviceEvidence(picture, service), Date.now()) }));
	const bad = judged.filter(({ level }) => level === 'failing' || level === 'degraded');
	return Object.fromEntries(bad.map(({ service, level, reason }) => [service.serviceName, `${level}: ${reason}`]));
}

test('the incidents of the shop come up by themselves, whatever is on screen', async () => {
	const drydock = createDrydock({ scenario: 'shop', startAt: Date.now() - 20 * MINUTE });
	drydock.control.step(20 * MINUTE);
	const aws = createAws({
		requestHandler: createRequestHandler(drydock.dispatcher),
		credentials: { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'secret' },
		clock: { now: () => Date.now() },
	});
	const store = createStore({ aws, random: () => 0.5 });
	for (const region of drydock.regions) store.watch({ kind: 'clusters', region });
	const { clusters } = await shown(store, (picture) =>
		drydock.regions.every((region) => picture.clusters[region]?.value !== undefined),
	);
	for (const { clusterArn } of Object.values(clusters).flatMap(({ value = [] }) => value)) {
		store.watch({ kind: 'services', clusterArn });
	}
	const incidents = ['checkout', 'payments', 'search'];
	const picture = await shown(store, (now) => incidents.every((name) => troubles(now)[name] !== undefined));
	expect(troubles(picture)).toMatchObject({
		checkout: expect.stringMatching(/^failing: .*health check/u),
		payments: expect.stringMatching(/^failing: .*exit 1, application error/u),
		search: expect.stringMatching(/^degraded: at its scaling maximum/u),
	});
	const { services, stoppedTasks, scaling, metrics, targetHealth } = picture;
	const resources = [services, stoppedTasks, scaling, metrics, targetHealth].flatMap((table) => Object.values(table));
	expect(resources.filter(({ failure }) => failure)).toEqual([]);
	store.stop();
	aws.close();
});
