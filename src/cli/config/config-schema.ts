import { z } from 'zod';

const keys = z
	.union([z.string(), z.array(z.string())])
	.transform((value) => (typeof value === 'string' ? [value] : value));

/** What `config.yaml` may say. Every member is optional; options on the command line win. */
export const configSchema = z.strictObject({
	/** AWS profile. */
	profile: z.string().optional(),
	/** Regions looked at together. */
	regions: z.array(z.string()).nonempty().optional(),
	/** Clusters shown together at the start, by name. */
	clusters: z.array(z.string()).optional(),
	endpointUrl: z.url().optional(),
	/** Seconds between two looks at the same thing, at least. */
	refresh: z.number().min(1).max(60).optional(),
	readOnly: z.boolean().optional(),
	theme: z.enum(['auto', 'dark', 'light']).optional(),
	glyphs: z.enum(['auto', 'unicode', 'ascii']).optional(),
	/** Times in UTC instead of local time. */
	utc: z.boolean().optional(),
	/** Other keys for actions, by the ids that `deckwatch keys` lists. */
	keys: z.record(z.string(), keys).optional(),
});

export type Config = z.infer<typeof configSchema>;
