import { z } from 'zod';
import { faultRuleSchema } from '../wire/fault-rule.ts';
import { HOUR } from '../world/clock.ts';
import { behaviourSchema } from './behaviour-schema.ts';
import { functionSchema } from './deployment-schema.ts';
import { duration } from './duration.ts';

const when = {
	/** From the start of the scenario; what lies up to an hour before it has happened when the console opens. */
	at: duration.refine((ms) => ms >= -HOUR, { error: 'must be -60m or later' }),
	/** Again and again. */
	every: duration.refine((ms) => ms > 0, { error: 'must be more than 0s' }).optional(),
};
const service = z.string();

/** What happens when. */
export const stepSchema = z.discriminatedUnion('do', [
	/** Somebody creates the service, with its first revision: before it is not there. */
	z.strictObject({ at: when.at, do: z.literal('create'), service }),
	/** Somebody registers a new revision with this image (`repository:tag`), or this size, and deploys it. */
	z.strictObject({
		...when,
		do: z.literal('deploy'),
		service,
		image: z.string().optional(),
		memory: z.number().int().optional(),
		cpu: z.number().int().optional(),
	}),
	z.strictObject({ ...when, do: z.literal('scale'), service, tasks: z.number().int().min(0) }),
	/** An image behaves differently from now on, in running containers too. */
	z.strictObject({ ...when, do: z.literal('behave'), image: z.string(), as: behaviourSchema }),
	/** Other load than usual, for a while. */
	z.strictObject({ ...when, do: z.literal('surge'), service, factor: z.number().min(0), for: duration }),
	/** Somebody stops one task of the service. */
	z.strictObject({ ...when, do: z.literal('stop-task'), service, reason: z.string() }),
	/** Somebody stops the service's deployment that is under way: it is rolled back. */
	z.strictObject({ ...when, do: z.literal('stop-deployment'), service }),
	/** Somebody answers the service's deployment that waits at a pause. */
	z.strictObject({
		...when,
		do: z.literal('continue-deployment'),
		service,
		action: z.enum(['CONTINUE', 'ROLLBACK']).default('CONTINUE'),
	}),
	/** An alarm is set to a state, and stays in it whatever its metric does, until the script says otherwise. */
	z.strictObject({
		...when,
		do: z.literal('alarm'),
		name: z.string(),
		state: z.enum(['OK', 'ALARM', 'INSUFFICIENT_DATA']),
		reason: z.string().default('Set by hand.'),
	}),
	/** Somebody drains the oldest instance of a group, its agent is lost or comes back, or the group's bounds are moved. */
	z.strictObject({
		...when,
		do: z.literal('instances'),
		group: z.string(),
		drain: z.literal(true).optional(),
		agent: z.enum(['connected', 'disconnected']).optional(),
		min: z.number().int().min(0).optional(),
		max: z.number().int().min(0).optional(),
		desired: z.number().int().min(0).optional(),
	}),
	/** AWS takes running tasks of Fargate Spot away, or has room for another share of launches from now on. */
	z.strictObject({
		...when,
		do: z.literal('spot'),
		take: z.number().int().min(1).optional(),
		room: z.number().min(0).max(1).optional(),
	}),
	/** Something that images depend on gets too slow to answer, for a while. */
	z.strictObject({ ...when, do: z.literal('slow'), dependency: z.string(), for: duration }),
	/** A function that lifecycle hooks call answers differently from now on. */
	z.strictObject({ ...when, do: z.literal('function'), name: z.string(), as: functionSchema }),
	/** What goes wrong with the API from now on; an empty list ends it. */
	z.strictObject({ ...when, do: z.literal('faults'), rules: z.array(faultRuleSchema) }),
]);

export type Step = z.infer<typeof stepSchema>;
