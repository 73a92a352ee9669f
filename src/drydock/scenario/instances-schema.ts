import { z } from 'zod';
import { INSTANCE_TYPES } from '../world/capacity/instance-types.ts';

const count = z.number().int().min(0);

/** An Auto Scaling group of a cluster's instances; of all regions together no two have one name. */
export const instancesSchema = z
	.strictObject({
		name: z.string(),
		type: z.string().refine((type) => type in INSTANCE_TYPES, {
			error: `must be one of ${Object.keys(INSTANCE_TYPES).join(', ')}`,
		}),
		desired: count,
		/** Default: `desired`. */
		min: count.optional(),
		/** Default: `desired`. */
		max: count.optional(),
		/** The name of the capacity provider over it; without one it serves services with `launchType: EC2` alone. */
		capacityProvider: z.string().optional(),
		/** Managed scaling keeps the instances this full, percent; without it nobody scales the group. */
		targetCapacity: z.number().int().min(1).max(100).optional(),
		/** Managed termination protection: instances with tasks are not scaled in. */
		terminationProtection: z.boolean().default(false),
		/** Managed draining: an instance that goes is drained first. */
		draining: z.boolean().default(true),
	})
	.refine(({ min, max, desired }) => (min ?? desired) <= desired && desired <= (max ?? desired), {
		error: 'desired must be between min and max',
		path: ['desired'],
	})
	.refine(({ capacityProvider, targetCapacity }) => capacityProvider !== undefined || targetCapacity === undefined, {
		error: 'needs a capacityProvider',
		path: ['targetCapacity'],
	});

export type InstancesEntry = z.infer<typeof instancesSchema>;
