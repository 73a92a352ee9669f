import { z } from 'zod';
import { VOICE_NAMES, wellBehaved, type Behaviour } from '../world/behaviour.ts';

const seconds = z.number().min(0);

/** How an image behaves, by `repository:tag` or `repository`; what is left out is as in a quiet, healthy web service. */
export const behaviourSchema = z.strictObject({
	imageMegabytes: z.number().positive().optional(),
	startSeconds: seconds.optional(),
	listensOn: z.number().int().optional(),
	pullError: z.string().optional(),
	exit: z
		.strictObject({ after: seconds, spread: seconds.optional(), code: z.number().int(), reason: z.string().optional() })
		.optional(),
	healthCheck: z.strictObject({ from: seconds, exitCode: z.number().int(), output: z.string() }).optional(),
	response: z
		.strictObject({ from: seconds, status: z.union([z.number().int(), z.enum(['timeout', 'refused'])]) })
		.optional(),
	errorRate: z.number().min(0).max(1).optional(),
	dependsOn: z
		.strictObject({ name: z.string(), whenSlow: z.union([z.number().int(), z.enum(['timeout', 'refused'])]) })
		.optional(),
	sigterm: z.strictObject({ seconds, code: z.number().int() }).optional(),
	cpuPerRequest: z.number().min(0).optional(),
	idleCpu: z.number().min(0).optional(),
	memory: z
		.strictObject({ base: z.number().min(0), perMinute: z.number().default(0), perRequest: z.number().default(0) })
		.optional(),
	log: z
		.strictObject({
			voice: z.enum(VOICE_NAMES),
			linesPerSecond: z.number().min(0),
		})
		.optional(),
});

/** Fills in what a scenario leaves out. */
export function completeBehaviour(given: z.infer<typeof behaviourSchema>): Behaviour {
	const present = Object.entries(given).filter(([, value]) => value !== undefined);
	return { ...wellBehaved, ...(Object.fromEntries(present) as Partial<Behaviour>) };
}
