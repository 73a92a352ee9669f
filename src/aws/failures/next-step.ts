import type { AwsFailureKind } from '../../model/aws-failure.ts';
import type { CallInfo } from './call-info.ts';
import type { ErrorFacts } from './error-facts.ts';
import { isNoRegion } from './failure-kind.ts';
import { missingPermission } from './missing-permission.ts';
import { signInCommand } from './sign-in-command.ts';

const NETWORK = 'Check the network and VPN (no proxy is used, whatever HTTPS_PROXY says).';

/** One sentence on what the person on call can do about it. */
export function nextStep(kind: AwsFailureKind, facts: ErrorFacts, call: CallInfo): string {
	switch (kind) {
		case 'no-credentials':
			return noCredentials(facts, call);
		case 'expired-credentials':
			return signInAgain(facts, call);
		case 'denied':
			return `Ask for the IAM permission ${missingPermission(facts.message) ?? `${call.service}:${call.operation}`}; the rest works without it.`;
		case 'throttled':
			return 'It passes by itself: others in the account share the limit, and deckwatch now asks less often.';
		case 'unreachable':
			return unreachable(facts.code, call);
		case 'timed-out':
			return call.endpoint ? `Check the server at ${call.endpoint}.` : NETWORK;
		case 'not-found':
			return `Check the name and the region (${call.region}); it may have been deleted.`;
		case 'server-fault':
			return 'The fault is on the other side; if it persists, check the AWS Health Dashboard.';
		case 'not-supported':
			return call.endpoint
				? `The server at ${call.endpoint} lacks this operation; the rest works without it.`
				: 'The rest works without it.';
		case 'read-only':
			return 'Make the change with another tool.';
		case 'invalid':
			return invalid(facts);
		case 'unknown':
			return REPORT;
	}
}

const REPORT = 'If it persists, AWS Support can trace it by the request id.';

function invalid({ code, message }: ErrorFacts): string {
	if (isNoRegion(message)) return "Name a region: --region, AWS_REGION, or the profile's `region` in ~/.aws/config.";
	if (code === 'ERR_INVALID_URL') {
		return 'Check --endpoint-url, AWS_ENDPOINT_URL and the config file: it begins with http:// or https://.';
	}
	return REPORT;
}

function signInAgain({ code, message }: ErrorFacts, { profile }: CallInfo): string {
	const command = signInCommand(code, message);
	if (command) return `Run \`${command}${profile ? ` --profile ${profile}` : ''}\`.`;
	return profile
		? `Renew the credentials of the profile ${profile}; deckwatch carries on by itself.`
		: 'Get new credentials: sign in again, or renew the session token in the environment.';
}

function noCredentials({ code, message }: ErrorFacts, { profile, region }: CallInfo): string {
	if (/multi-factor/i.test(message)) {
		return 'deckwatch does not ask for MFA codes: start it with session credentials (`aws sts get-session-token`).';
	}
	if (code !== 'CredentialsProviderError' && code !== 'TokenProviderError') {
		return `AWS does not accept these credentials: check the keys, the clock, and that ${region} is enabled for the account.`;
	}
	return profile
		? `Check the profile ${profile} in ~/.aws/config, or run \`aws configure sso --profile ${profile}\`; --demo needs none.`
		: 'Run `aws configure sso`, set AWS_PROFILE, or use --demo, which needs none.';
}

function unreachable(code: string, { endpoint, region }: CallInfo): string {
	if (/CERT|SIGNED|TLS|SSL|VERIFY|EPROTO/.test(code)) {
		return 'A proxy may sit in between: name its certificate in NODE_EXTRA_CA_CERTS.';
	}
	if (endpoint) return 'Check that the server is running, and --endpoint-url, AWS_ENDPOINT_URL and the config file.';
	return code === 'ENOTFOUND' ? `Check that ${region} is the name of a region, and the network and DNS.` : NETWORK;
}
