import { z } from 'zod';
import { LIFECYCLE_STAGES } from '../world/shift.ts';
import { duration } from './duration.ts';

const stages = z.array(z.enum(LIFECYCLE_STAGES).exclude(['SCALE_UP', 'BAKE_TIME', 'CLEAN_UP'])).min(1);
const action = z.enum(['CONTINUE', 'ROLLBACK']).default('ROLLBACK');
const timeout = duration.default(24 * 3_600_000);

/** A Lambda function that is asked at some stages (see `functions`), or a pause for somebody to say how it goes on. */
const hook = z.union([
	z.strictObject({ lambda: z.string(), stages, timeout, onTimeout: action }),
	z.strictObject({ pause: z.literal(true), stages, timeout, onTimeout: action }),
]);

/** How the service's deployments go; without it they roll. */
export const deploymentSchema = z.strictObject({
	strategy: z.enum(['blue-green', 'linear', 'canary']),
	/** Of the traffic: the canary's share, or each step of a linear one. */
	percent: z.number().min(0.1).max(100).optional(),
	/** How long each share but the whole bakes. */
	stepBake: duration.optional(),
	/** How long both revisions run after the shift. */
	bake: duration.default(0),
	/** Whether a listener for test traffic leads to the new revision before production does. */
	testTraffic: z.boolean().default(true),
	hooks: z.array(hook).default([]),
});

export type DeploymentEntry = z.infer<typeof deploymentSchema>;
