import type { Behaviour } from '../behaviour.ts';
import type { HealthCheck } from '../task-definition.ts';
import type { TargetHealthCheck } from '../load-balancing.ts';

/** What a health check command ended with. */
export type CommandOutcome = {
	readonly exitCode: number;
	readonly output: string;
	/** It wrote to stderr though nothing was wrong. */
	readonly isNoisy?: boolean;
};

/** What a load balancer's check found: nothing wrong, or a reason with its description (ELBv2 API reference, TargetHealth). */
export type CheckFailure = { readonly reason: string; readonly description: string };

/** How a request to `port` is answered when the container has been up for `seconds`. */
function answerOn(behaviour: Behaviour, port: number | undefined, seconds: number): number | 'timeout' | 'refused' {
	if (seconds < behaviour.startSeconds) return 'refused';
	if (behaviour.listensOn !== undefined && port !== undefined && behaviour.listensOn !== port) return 'refused';
	if (behaviour.response && seconds >= behaviour.response.from) return behaviour.response.status;
	return 200;
}

/** Runs a container's health check command: what curl would say, or what the behaviour says of it. */
export function runHealthCheck(behaviour: Behaviour, check: HealthCheck, seconds: number): CommandOutcome {
	const failure = behaviour.healthCheck;
	if (failure && seconds >= failure.from) return { exitCode: failure.exitCode, output: failure.output };
	const port = portIn(check.command);
	const answer = answerOn(behaviour, port, seconds);
	if (answer === 'refused') {
		return { exitCode: 7, output: `curl: (7) Failed to connect to localhost port ${port ?? 80}: Connection refused` };
	}
	if (answer === 'timeout') return { exitCode: -1, output: `Health check exceeded timeout (${check.timeout ?? 5}s)` };
	if (answer >= 400) return { exitCode: 22, output: `curl: (22) The requested URL returned error: ${answer}` };
	return isNoisy(check.command) ? { exitCode: 0, output: PROGRESS, isNoisy: true } : { exitCode: 0, output: '' };
}

/** The head of what curl tells of its progress, on stderr. */
const PROGRESS = '  % Total    % Received % Xferd  Average Speed   Time    Time     Time  Current';

/** curl tells of its progress wherever its output is not a terminal, unless it is silent (curl manual, --silent). */
function isNoisy(command: readonly string[]): boolean {
	const text = command.join(' ');
	return /(^|\s)curl\s/u.test(text) && !/\s(-[a-zA-Z]*s[a-zA-Z]*|--silent|--no-progress-meter)(\s|$)/u.test(text);
}

/** Asks a target as a load balancer does; undefined when it passes. Texts: ELB user guide, target health status. */
export function checkTarget(
	behaviour: Behaviour,
	check: TargetHealthCheck,
	target: { readonly port: number; readonly seconds: number },
): CheckFailure | undefined {
	const port = check.port === 'traffic-port' ? target.port : Number(check.port);
	const answer = answerOn(behaviour, port, target.seconds);
	if (answer === 'refused') return { reason: 'Target.FailedHealthChecks', description: 'Health checks failed' };
	if (answer === 'timeout') return { reason: 'Target.Timeout', description: 'Request timed out' };
	if (matches(check.matcher, answer)) return undefined;
	return { reason: 'Target.ResponseCodeMismatch', description: `Health checks failed with these codes: [${answer}]` };
}

/** The next moment (seconds of container life) at which a probe may turn out otherwise; undefined: never. */
export function nextTurn(behaviour: Behaviour, seconds: number): number | undefined {
	const turns = [behaviour.startSeconds, behaviour.healthCheck?.from, behaviour.response?.from];
	const ahead = turns.filter((turn) => turn !== undefined && turn > seconds) as number[];
	return ahead.length === 0 ? undefined : Math.min(...ahead);
}

function portIn(command: readonly string[]): number | undefined {
	const port = /:(\d{2,5})\b/.exec(command.join(' '))?.[1];
	return port === undefined ? undefined : Number(port);
}

/** `200`, `200-299`, `200,302` (ELBv2 API reference, Matcher). */
function matches(matcher: string, status: number): boolean {
	return matcher.split(',').some((part) => {
		const [from, to = from] = part.split('-').map(Number);
		return from !== undefined && to !== undefined && status >= from && status <= to;
	});
}
