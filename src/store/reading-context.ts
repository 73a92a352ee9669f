import type { Aws } from '../aws/aws.ts';
import type { Picture } from './picture.ts';
import type { Suspects } from './suspects.ts';
import type { Troubles } from './troubles.ts';
import type { Time } from './time.ts';

/** What a reading may use besides its own arguments. */
export type ReadingContext = {
	readonly aws: Aws;
	readonly time: Time;
	/** The picture as it is now. */
	picture(): Picture;
	/** When a reading last did what it does more rarely than it runs, epoch ms; 0 to have it done again. */
	readonly doneAt: Map<string, number>;
	/** Ms between two readings of one thing, at least. */
	readonly refreshMs: number;
	/** Services that were read before this are not fresh, however young: somebody wants to see them anew. Epoch ms. */
	freshSince(): number;
	/** The services of a cluster that may not let themselves be described. */
	suspects(clusterArn: string): Suspects;
	/** Which services are in trouble, by plain signs. */
	readonly troubles: Troubles;
};

/** A cursor that runs down a table should not ask for every row it passes (ms). */
export const SETTLE = 120;
