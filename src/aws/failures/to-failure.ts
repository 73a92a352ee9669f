import type { AwsFailure } from '../../model/aws-failure.ts';
import { safeText } from '../../model/safe-text.ts';
import { CredentialsError } from '../credentials/credentials-error.ts';
import type { CallInfo } from './call-info.ts';
import { errorFacts } from './error-facts.ts';
import { failureKind } from './failure-kind.ts';
import { failureMessage } from './failure-message.ts';
import { foreignAnswer } from './foreign-answer.ts';
import { nextStep } from './next-step.ts';

/** Whatever a call threw, as data for the screen: what failed, the likely cause, the next step. Never throws. */
export function toFailure(error: unknown, call: CallInfo): AwsFailure {
	if (error instanceof CredentialsError) {
		const { kind, code, message, next } = error;
		const { service, operation, region } = call;
		return { kind, service, operation, region, code, message: safeText(message), next: safeText(next) };
	}
	const facts = errorFacts(error);
	const kind = failureKind(facts);
	return {
		kind,
		service: call.service,
		operation: call.operation,
		region: call.region,
		code: foreignAnswer(facts) === undefined ? safeText(facts.code) : `HTTP ${facts.status ?? '?'}`,
		message: safeText(failureMessage(kind, facts, call)),
		next: safeText(nextStep(kind, facts, call)),
		...(facts.status !== undefined && facts.status >= 400 && facts.status < 500 ? { undone: true } : {}),
		...(facts.requestId === undefined ? {} : { requestId: safeText(facts.requestId) }),
	};
}
