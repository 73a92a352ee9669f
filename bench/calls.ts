import { createAws } from '../src/aws/create-aws.ts';
import { createDrydock } from '../src/drydock/drydock.ts';
import { readScenario } from '../src/drydock/scenario/read-scenario.ts';
import { createRequestHandler } from '../src/drydock/wire/request-handler.ts';
import { round } from './statistics.ts';

const LATENCY_MS = 50;

/** What reading a cluster of so many services costs when every answer takes 50 ms. */
export async function measureCalls(services: number) {
	const drydock = createDrydock({
		scenario: readScenario(
			`description: ${services} services
clusters: [{ name: prod, region: ap-northeast-1 }]
defaults: { tasks: 1, traffic: { base: 0.1 } }
services: [{ name: 'shop-{n}', repeat: ${services} }]`,
			'bench.yaml',
		),
	});
	const aws = createAws({
		requestHandler: createRequestHandler(drydock.dispatcher),
		credentials: { accessKeyId: 'bench', secretAccessKey: 'bench' },
		clock: { now: Date.now },
	});
	// The SDK and its schemas load with the first call: that is not what is measured here.
	const [cluster] = await aws.clusters('ap-northeast-1');
	await aws.describeServices(cluster?.clusterArn ?? '', ['shop-001']);
	const before = drydock.dispatcher.log.calls.length;
	drydock.dispatcher.setFaults([{ operation: '*', latencyMs: LATENCY_MS }]);
	const startedAt = performance.now();
	const found = await aws.services(cluster?.clusterArn ?? '');
	const ms = performance.now() - startedAt;
	const calls = drydock.dispatcher.log.calls.slice(before);
	aws.close();
	return {
		latencyMs: LATENCY_MS,
		services: found.length,
		calls: calls.length,
		roundTrips: depth(calls),
		ms: round(ms, 0),
	};
}

/** The longest chain of calls of which each began when the one before had ended. */
function depth(calls: readonly { readonly at: number; readonly ms: number }[]): number {
	const chains: { readonly end: number; readonly length: number }[] = [];
	for (const { at, ms } of calls.toSorted((a, b) => a.at - b.at)) {
		const longest = Math.max(0, ...chains.filter(({ end }) => end <= at).map(({ length }) => length));
		chains.push({ end: at + ms, length: longest + 1 });
	}
	return Math.max(0, ...chains.map(({ length }) => length));
}
