import { z } from 'zod';
import { serviceNames } from './service-name.ts';

const share = z.number().min(0).max(1);
const milliseconds = z.number().min(0).max(600_000);
const operation = z.string().regex(new RegExp(`^(\\*|(${serviceNames.join('|')}):(\\*|[A-Z][A-Za-z0-9]*))$`), {
	error: `must be "*", "<service>:*" or "<service>:<Operation>", with a service of ${serviceNames.join(', ')}`,
});

/** What goes wrong with the calls that `operation` matches. */
export const faultRuleSchema = z.strictObject({
	/** `ecs:DescribeServices`, `ecs:*` or `*`. */
	operation,
	/** Every answer comes this much later. */
	latencyMs: milliseconds.optional(),
	/** Up to this much is added to the latency, evenly spread. */
	jitterMs: milliseconds.optional(),
	/** Share of the calls, 0 to 1, that are answered "Rate exceeded". */
	throttled: share.optional(),
	/** Share of the calls answered with a 5xx. */
	serverError: share.optional(),
	/** Share of the calls whose connection breaks before anything is done, without an answer. */
	reset: share.optional(),
	/** Share of the calls that take effect, and whose connection then breaks without an answer. */
	lost: share.optional(),
	/** Share of the answers that break off in the middle. */
	truncated: share.optional(),
	accessDenied: z.boolean().optional(),
	expiredToken: z.boolean().optional(),
	/** Calls per second that others send into each token bucket the operation draws on. */
	otherCallers: z.number().min(0).optional(),
});

export type FaultRule = Readonly<z.infer<typeof faultRuleSchema>>;

/** What the rules say about one call. A later rule goes before an earlier one, property by property. */
export type Faults = Omit<FaultRule, 'operation'>;

export function faultsFor(rules: readonly FaultRule[], service: string, operationName: string): Faults {
	const names = ['*', `${service}:*`, `${service}:${operationName}`];
	const faults: Record<string, unknown> = {};
	for (const { operation: pattern, ...rule } of rules) {
		if (names.includes(pattern)) Object.assign(faults, rule);
	}
	return faults;
}
