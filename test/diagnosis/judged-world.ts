import { createAws } from '../../src/aws/create-aws.ts';
import { findingsOf, type Judged } from '../../src/diagnosis/judge-cluster.ts';
import type { Finding } from '../../src/diagnosis/finding.ts';
import { judgeServices } from '../../src/cli/judge-services.ts';
import { createDrydock } from '../../src/drydock/drydock.ts';
import { createRequestHandler } from '../../src/drydock/wire/request-handler.ts';
import { lastSegment } from '../../src/model/arn.ts';
import { NIGHT } from '../fixtures/shop.ts';
import { heldIo } from './held-io.ts';

/** What is thought of a simulated world at one moment. */
export type JudgedWorld = {
	/** Epoch ms. */
	readonly now: number;
	readonly services: readonly Judged[];
	/** Of all services, the worst first. */
	readonly findings: readonly Finding[];
	/** What could not be read, in words. */
	readonly complaints: string;
	/** What is found in a service, the worst first: what several share is among it. */
	of(serviceName: string): readonly Finding[];
};

/** A simulated world, to be looked at over the SDK's bytes as `deckwatch why` and the console look. */
export function judgedWorld(scenario: string): {
	/** Lets the world's time pass, and judges all of its services then, with all that can be read of each; ms. */
	after(ms: number): Promise<JudgedWorld>;
} {
	// Every look at this clock is a second later: nobody waits for a turn in a bucket of calls, here or at AWS.
	let calls = NIGHT;
	const passing = { now: () => (calls += 1000) };
	const { world, control, dispatcher } = createDrydock({ scenario, seed: 1, startAt: NIGHT, now: passing.now });
	const aws = createAws({
		requestHandler: createRequestHandler(dispatcher),
		credentials: { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'secret' },
		clock: passing,
	});
	return {
		async after(ms) {
			control.step(ms);
			const { now } = world.clock;
			const { io, said } = heldIo(now);
			const clusters = await aws.clusters('ap-northeast-1');
			const services = (await Promise.all(clusters.map(({ clusterArn }) => aws.services(clusterArn)))).flat();
			const judged = await judgeServices(aws, services, io, {
				onCount: () => {},
				lastLines: 'of the worst',
				all: true,
			});
			const all = [...judged.values()];
			return {
				now,
				services: all,
				findings: findingsOf(all),
				complaints: said(),
				of: (name) =>
					all.find(({ evidence }) => lastSegment(evidence.service.serviceArn) === name)?.attention.findings ?? [],
			};
		},
	};
}
