import type { AwsFailureKind } from '../../model/aws-failure.ts';
import type { CallInfo } from './call-info.ts';
import type { ErrorFacts } from './error-facts.ts';
import { isNoRegion } from './failure-kind.ts';
import { foreignAnswer } from './foreign-answer.ts';
import { missingPermission } from './missing-permission.ts';
import { network } from './network.ts';
import { signInCommand } from './sign-in-command.ts';
import { speaksNoTls } from './speaks-no-tls.ts';

const SERVER = 'Check that the server is running, and --endpoint-url, AWS_ENDPOINT_URL and the config file.';

/** One sentence on what the person on call can do about it. */
export function nextStep(kind: AwsFailureKind, facts: ErrorFacts, call: CallInfo): string {
	switch (kind) {
		case 'no-credentials':
			return noCredentials(facts, call);
		case 'expired-credentials':
			return signInAgain(facts, call);
		case 'denied':
			return `Ask for the IAM permission ${missingPermission(facts.message) ?? `${call.service}:${call.operation}`}.`;
		case 'throttled':
			return 'It passes by itself: others in the account share the limit, and deckwatch now asks less often.';
		case 'unreachable':
			if (call.demo) return 'Start the demo again.';
			if (foreignAnswer(facts) !== undefined) {
				return call.endpoint ? SERVER : 'Check network, VPN and proxy; a portal wants you to sign in with a browser.';
			}
			return unreachable(facts, call);
		case 'timed-out':
			if (call.program) return 'Run it by hand: it may wait for an answer at the terminal.';
			return call.endpoint ? `Check the server at ${call.endpoint}.` : `${network()}.`;
		case 'not-found':
			return `Check the name and the region (${call.region}); it may have been deleted.`;
		case 'server-fault':
			if (facts.code === 'NotAnAnswer') return call.endpoint ? SERVER : `${network()}.`;
			return 'The fault is on the other side; if it persists, check the AWS Health Dashboard.';
		case 'not-supported':
			return call.endpoint
				? `The server at ${call.endpoint} lacks this operation.`
				: `${call.service} in ${call.region} lacks this operation.`;
		case 'read-only':
			return 'Make the change with another tool.';
		case 'invalid':
			return invalid(facts);
		case 'unknown':
			return report(facts);
	}
}

function report({ requestId }: ErrorFacts): string {
	return requestId === undefined
		? 'If it persists, report it with this message.'
		: 'If it persists, AWS Support can trace it by the request id.';
}

function invalid(facts: ErrorFacts): string {
	const { code, message } = facts;
	if (code === 'ConcurrentUpdateException') {
		return 'Another change of it is under way: look what it was, and repeat this one in a minute.';
	}
	if (code === 'LimitExceededException') {
		return 'A quota is used up: delete what is no longer needed, or ask for more in Service Quotas.';
	}
	if (isNoRegion(message)) return "Name a region: --region, AWS_REGION, or the profile's `region` in ~/.aws/config.";
	if (code === 'ERR_INVALID_URL') {
		return 'Check --endpoint-url, AWS_ENDPOINT_URL and the config file: it begins with http:// or https://.';
	}
	return report(facts);
}

function signInAgain({ code, message }: ErrorFacts, { profile }: CallInfo): string {
	const command = signInCommand(code, message);
	if (command) return `Run \`${command}${profile ? ` --profile ${profile}` : ''}\`.`;
	return profile
		? `Renew the credentials of the profile ${profile}; deckwatch carries on by itself.`
		: 'Get new credentials: sign in again, or renew the session token in the environment.';
}

function noCredentials({ code }: ErrorFacts, { profile, region }: CallInfo): string {
	if (code !== 'CredentialsProviderError' && code !== 'TokenProviderError') {
		return `AWS does not accept these credentials: check the keys, the clock, and that ${region} is enabled for the account.`;
	}
	return profile
		? `Check the profile ${profile} in ~/.aws/config, or run \`aws configure sso --profile ${profile}\`; --demo needs none.`
		: 'Run `aws configure sso`, set AWS_PROFILE, or use --demo, which needs none.';
}

function unreachable({ code, message }: ErrorFacts, { endpoint, region }: CallInfo): string {
	if (endpoint && speaksNoTls(code, message)) {
		return 'Write http:// instead of https:// in the address of the server.';
	}
	if (/CERT|SIGNED|TLS|SSL|VERIFY|EPROTO/.test(code)) {
		return 'A proxy may sit in between: name its certificate in NODE_EXTRA_CA_CERTS.';
	}
	if (endpoint) return SERVER;
	return code === 'ENOTFOUND' ? `${network()}, and that ${region} is the name of a region.` : `${network()}.`;
}
