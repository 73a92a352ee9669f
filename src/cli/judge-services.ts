import type { Aws } from '../aws/aws.ts';
import { attention } from '../diagnosis/attention.ts';
import { judgeCluster, type Judged } from '../diagnosis/judge-cluster.ts';
import type { Service } from '../model/service.ts';
import { gatherEvidence, type GatherOptions } from './gather-evidence.ts';
import type { Io } from './io.ts';

/** What is thought of a service, by what, and what could not be read for it: `metrics`. */
export type Judgement = Judged & { readonly without: readonly string[] };

/**
 * Judges services by the evidence that the console has, by service ARN, those of a cluster side by side.
 * @throws {AwsCallError} only when the signal comes
 */
export async function judgeServices(
	aws: Aws,
	services: readonly Service[],
	io: Io,
	options: GatherOptions,
): Promise<ReadonlyMap<string, Judgement>> {
	const gathered = await gatherEvidence(aws, services, io, options);
	const now = io.now();
	const judged = Array.from(gathered.values(), ({ evidence, without }) => ({
		evidence,
		without,
		attention: attention(evidence, now),
	}));
	const clusters = Map.groupBy(judged, ({ evidence }) => evidence.service.clusterArn);
	const together = [...clusters.values()].flatMap((members) => judgeCluster(members, now));
	return new Map(together.map((one) => [one.evidence.service.serviceArn, one]));
}
