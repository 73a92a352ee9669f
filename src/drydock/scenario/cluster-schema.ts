import { z } from 'zod';
import { instancesSchema } from './instances-schema.ts';

/** A cluster, with a network and a load balancer of its own. */
export const clusterSchema = z.strictObject({
	name: z.string(),
	region: z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/, { error: 'must be a region such as ap-northeast-1' }),
	containerInsights: z.boolean().default(false),
	/** Service Connect and service discovery namespace. */
	namespace: z.string().optional(),
	/** Bits of the network in its subnets' addresses: of 20 each has 4,091, of 28, the fewest AWS allows, 11. */
	subnetPrefix: z.number().int().min(20).max(28).default(20),
	/** What its services can run on beside Fargate. */
	instances: z.array(instancesSchema).default([]),
	tags: z.record(z.string(), z.string()).default({}),
});

export type ClusterEntry = z.infer<typeof clusterSchema>;
