import type { Aws } from '../aws/aws.ts';
import { attention, type Attention } from '../diagnosis/attention.ts';
import type { Service } from '../model/service.ts';
import { gatherEvidence } from './gather-evidence.ts';
import type { Io } from './io.ts';

/** What is thought of a service, and what could not be read for it: `metrics`. */
export type Judgement = Attention & { readonly without?: readonly string[] };

/**
 * Judges services by the evidence that the console has but for logs, by service ARN.
 * @param onCount hears of how many the evidence is there
 * @throws {AwsCallError} only when the signal comes
 */
export async function judgeServices(
	aws: Aws,
	services: readonly Service[],
	io: Io,
	onCount: (count: number) => void,
): Promise<ReadonlyMap<string, Judgement>> {
	const gathered = await gatherEvidence(aws, services, io, { onCount, lastLines: false });
	const now = io.now();
	return new Map(
		[...gathered].map(([serviceArn, { evidence, without }]) => [
			serviceArn,
			{ ...attention(evidence, now), ...(without.length > 0 ? { without } : {}) },
		]),
	);
}
