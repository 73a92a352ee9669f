import { z } from 'zod';
import { safeText } from '../../model/safe-text.ts';

const keys = z
	.union([z.string(), z.array(z.string())])
	.transform((value) => (typeof value === 'string' ? [value] : value));

/** A part of AWS with a name, and the rules that hold there. */
const context = z.strictObject({
	/** The way to it. Recognises it, too, where there is no account. */
	profile: z.string().min(1).optional(),
	/** As the AWS console writes it, too: `1111-2222-3333`. */
	account: z
		.string()
		.regex(/^\d{4}-?\d{4}-?\d{4}$/u)
		.transform((digits) => digits.replaceAll('-', ''))
		.optional(),
	regions: z
		.array(z.string().regex(/^[a-z\d-]+$/u))
		.nonempty()
		.optional(),
	/** Names, with `*` for any letters. */
	clusters: z
		.array(z.string().regex(/^[\w*-]+$/u))
		.nonempty()
		.optional(),
	readOnly: z.boolean().optional(),
	protected: z.boolean().optional(),
});

/** It is shown, and typed on the command line. */
const contextName = z.string().refine((name) => name !== '' && name === name.trim() && safeText(name) === name);

/** What `config.yaml` may say. Every member is optional; options on the command line win. */
export const configSchema = z.strictObject({
	/** AWS profile. */
	profile: z.string().optional(),
	/** Regions looked at together. */
	regions: z.array(z.string()).nonempty().optional(),
	/** Clusters shown together at the start, by name. */
	clusters: z.array(z.string()).optional(),
	contexts: z.record(contextName, context).optional(),
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

/** The settings that one context may have. */
export const CONTEXT_SETTINGS = Object.keys(context.shape) as readonly (keyof typeof context.shape)[];
