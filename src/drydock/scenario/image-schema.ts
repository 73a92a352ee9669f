import { z } from 'zod';
import { duration } from './duration.ts';

/** An image of the account's registry that no revision has, or has yet. */
export const imageSchema = z.strictObject({
	/** `repository:tag` */
	name: z.string().regex(/^[a-z0-9._/-]+:[\w.-]+$/, { error: 'must be repository:tag' }),
	/** Nobody has pushed it: who runs it waits in vain. */
	missing: z.boolean().default(false),
	/** How long before the start it was pushed. */
	pushed: duration.default(0),
	platforms: z
		.array(z.enum(['linux/amd64', 'linux/arm64']))
		.min(1)
		.default(['linux/amd64']),
});

export type ImageEntry = z.infer<typeof imageSchema>;
