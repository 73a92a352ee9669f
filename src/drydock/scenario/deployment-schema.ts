import { z } from 'zod';
import { DAY, MINUTE } from '../world/clock.ts';
import { LIFECYCLE_STAGES } from '../world/shift.ts';
import { duration } from './duration.ts';

/** Where a deployment cannot pause (ECS API reference, DeploymentLifecycleHook). */
const SHIFTS: readonly string[] = ['TEST_TRAFFIC_SHIFT', 'PRODUCTION_TRAFFIC_SHIFT'];

const stages = z.array(z.enum(LIFECYCLE_STAGES).exclude(['SCALE_UP', 'BAKE_TIME', 'CLEAN_UP'])).min(1);
/** Up to a day (ECS API reference, bake times). */
const bakeTime = duration.refine((ms) => ms >= 0 && ms <= DAY, { error: 'must be from 0m to 24h' });
const timeout = duration.refine((ms) => ms >= MINUTE && ms <= 14 * DAY, { error: 'must be from 1m to 14d' });

/** A Lambda function that is asked at some stages (see `functions`), or a pause for somebody to say how it goes on. */
const hook = z
	.strictObject({
		lambda: z.string().optional(),
		pause: z.literal(true).optional(),
		stages,
		timeout: timeout.default(DAY),
		onTimeout: z.enum(['CONTINUE', 'ROLLBACK']).default('ROLLBACK'),
	})
	.refine(({ lambda, pause }) => (lambda === undefined) !== (pause === undefined), {
		error: 'needs a lambda or a pause',
	})
	.refine(({ pause, stages: at }) => !pause || at.every((stage) => !SHIFTS.includes(stage)), {
		error: `cannot pause at ${SHIFTS.join(' or ')}`,
	});

/** How such a function answers, and after how long. */
export const functionSchema = z.strictObject({
	seconds: z.number().min(0).default(6),
	/** IN_PROGRESS: it never comes to an end. */
	result: z.enum(['SUCCEEDED', 'FAILED', 'IN_PROGRESS']).default('SUCCEEDED'),
});

/** How the service's deployments go; without it they roll. */
export const deploymentSchema = z.strictObject({
	strategy: z.enum(['blue-green', 'linear', 'canary']),
	/** Of the traffic: the canary's share, or each step of a linear one. */
	percent: z.number().min(0.1).max(100).optional(),
	/** How long each share but the whole bakes. */
	stepBake: bakeTime.optional(),
	/** How long both revisions run after the shift. */
	bake: bakeTime.default(0),
	/** Whether a listener for test traffic leads to the new revision before production does. */
	testTraffic: z.boolean().default(true),
	hooks: z.array(hook).default([]),
});

export type DeploymentEntry = z.infer<typeof deploymentSchema>;
