import type { TargetGroup, TargetHealth } from '../model/load-balancing.ts';

/** Why a target fails, as far as its reason tells. */
export type TargetCause = {
	/** `tg-timeout`; `elb-target-unhealthy` where no reason is given. */
	readonly id: string;
	/** `404 on /healthz`, `no answer within 5s`: fits into brackets. */
	readonly words: string | undefined;
	readonly ruledOut: readonly string[];
	readonly next: readonly string[];
	/** What would keep the load balancer from every target of the group. */
	readonly nextForAll?: readonly string[];
};

const AN_ANSWER = 'Not the security group, port or routing: an HTTP status came back through them';

const TAKE_IN = "Let the task's security group take the load balancer in on that port";

/** What a status code of the health check means; the codes that fit no line are the application's own. */
const CODES: readonly (readonly [codes: RegExp, next: string])[] = [
	[/^404$/u, 'Let the health check ask a path that is there, or bring that path back'],
	[/^30[1278]$/u, 'Let the health check ask a path that does not redirect (to HTTPS, to a login), or accept the code'],
	[/^400$/u, "Accept the load balancer's Host header on that path: it is the address of the target, not a domain"],
	[/^40[13]$/u, 'Leave the path of the health check out of the login, or accept the code'],
	[/^429$/u, 'Leave the path of the health check out of the rate limit'],
	[/^50[234]$/u, 'See whether what stands behind the proxy in the task is up: it is the proxy that answers so'],
	[/^5\d\d$/u, 'Look into the log at that minute: the application fails, or something that it checks'],
];

/** Reason codes: Elastic Load Balancing API reference, TargetHealth.Reason. */
export function targetCause({ reason, description }: TargetHealth, group: TargetGroup | undefined): TargetCause {
	const path = group?.healthCheckPath === undefined ? '' : ` on ${group.healthCheckPath}`;
	switch (reason) {
		case 'Target.ResponseCodeMismatch': {
			const codes = statusCodes(description);
			const told = codes.flatMap((code) => CODES.find(([pattern]) => pattern.test(code))?.[1] ?? []);
			const accept = `Accept ${codes.join(', ')} in the matcher, if that is a healthy answer`;
			return {
				id: 'tg-code-mismatch',
				words: codes.length === 0 ? description : `${codes.join(', ')}${path}`,
				ruledOut: [AN_ANSWER],
				next: told.length > 0 || codes.length === 0 ? [...new Set(told)] : [accept],
			};
		}
		case 'Target.Timeout': {
			const within = group?.healthCheckTimeoutSeconds;
			return {
				id: 'tg-timeout',
				words: within === undefined ? description : `no answer within ${within}s${path}`,
				ruledOut: [],
				nextForAll: [TAKE_IN],
				next: [
					'See whether it listens on 0.0.0.0 rather than 127.0.0.1, and whether it is too slow: CPU at that minute',
				],
			};
		}
		case 'Target.FailedHealthChecks': {
			// Only an Application Load Balancer has a reason of its own for a timeout; its groups speak HTTP.
			const isHttp = /^HTTPS?$/u.test(group?.protocol ?? '');
			return {
				id: 'tg-connection-failed',
				words: group
					? `connection refused, reset${isHttp ? '' : ', not answered'}, or a malformed answer`
					: description,
				ruledOut: isHttp ? ['Not the security group: packets that it drops are a timeout'] : [],
				nextForAll: isHttp ? [] : [TAKE_IN],
				next: [
					'See whether the container listens on that port and on 0.0.0.0',
					`See whether it speaks ${group?.healthCheckProtocol ?? 'the protocol'} of the health check there`,
				],
			};
		}
		case 'Elb.InternalError':
			return {
				id: 'tg-internal-error',
				words: description,
				ruledOut: ['Not the task: the load balancer itself has an error'],
				next: ['Wait; if it lasts, ask AWS Support'],
			};
		default:
			return { id: 'elb-target-unhealthy', words: description, ruledOut: [], next: [] };
	}
}

/** `Health checks failed with these codes: [404]` (ELB user guide, target health status). */
export function statusCodes(description: string | undefined): readonly string[] {
	const list = /\[(?<codes>[\d,\s]+)\]/u.exec(description ?? '')?.groups?.['codes'];
	return list?.split(',').map((code) => code.trim()) ?? [];
}
