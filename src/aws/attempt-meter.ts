import type { FinalizeRequestMiddleware, MetadataBearer, Pluggable } from '@smithy/types';
import type { CallBudget } from './call-budget.ts';
import type { CallRate } from './call-rate.ts';
import { errorFacts } from './failures/error-facts.ts';
import { failureKind } from './failures/failure-kind.ts';

export type AttemptMeterOptions = {
	readonly budget: CallBudget;
	readonly rate: CallRate;
	readonly region: string;
	readonly service: string;
};

/**
 * SDK middleware that sees every request as it goes out, below the SDK's retries: counts it, charges repeats to the
 * budget (the first one has waited for its turn), and slows the budget down when AWS throttles.
 */
export function attemptMeter({
	budget,
	rate,
	region,
	service,
}: AttemptMeterOptions): Pluggable<object, MetadataBearer> {
	const meter: FinalizeRequestMiddleware<object, MetadataBearer> = (next, context) => {
		const call = { region, service, operation: (context.commandName ?? '').replace(/Command$/, '') };
		let repeated = false;
		return async (args) => {
			rate.sent();
			if (repeated) budget.spend(call);
			repeated = true;
			try {
				return await next(args);
			} catch (error) {
				if (failureKind(errorFacts(error)) === 'throttled') budget.throttled(call);
				throw error;
			}
		};
	};
	return {
		applyToStack: (stack) =>
			stack.addRelativeTo(meter, { name: 'attemptMeter', relation: 'after', toMiddleware: 'retryMiddleware' }),
	};
}
