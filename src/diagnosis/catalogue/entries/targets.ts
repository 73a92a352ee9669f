import type { Block, Entry, Pattern } from '../entry.ts';

/** A code alone or in front of its description, and the description alone. */
function told(code: string, description: RegExp): readonly Pattern[] {
	return [new RegExp(`^${code.replace('.', '\\.')}(?![\\w.])`, 'u'), description];
}

const PASSES = 'It passes by itself.';

/** What to think of a status code that the matcher does not accept. */
function codeWords(codes: string): string {
	const code = codes.split(/[,\s]/u)[0] ?? '';
	if (code === '404') return 'The path of the check does not exist there.';
	if (/^30\d$/u.test(code))
		return 'It redirects, to HTTPS or to a login: check the page behind it, or accept the code.';
	if (code === '400') return 'It may refuse the Host header: the load balancer sends the address of the target.';
	if (code === '401' || code === '403')
		return 'It asks for a login, or refuses the address: let the path of the check through.';
	if (code === '500') return 'The program itself fails on that path: read its log.';
	if (code === '502' || code === '503' || code === '504')
		return 'A proxy in the task answers, and the program behind it is not ready.';
	return 'It answers with something else than the check accepts.';
}

/**
 * Reason codes of targets and their descriptions (Elastic Load Balancing API reference, TargetHealth; Application Load Balancer
 * guide, "Target health reason codes"). Two descriptions are what any program may say: they count only as a target's.
 */
export const TARGETS: Block = {
	kinds: ['target-health'],
	entries: [
		{
			id: 'tg-initial',
			severity: 'info',
			match: [
				...told('Elb.RegistrationInProgress', /^Target registration is in progress/iu),
				...told('Elb.InitialHealthChecking', /^Initial health checks in progress/iu),
			],
			short: 'its first health checks are under way',
			title: 'The target is being registered, or checked for the first time',
			cause: 'It gets requests once it has passed as many checks in a row as the healthy threshold asks for.',
			next: ['Wait: about the interval times the healthy threshold.'],
		},
		{
			id: 'tg-code-mismatch',
			severity: 'warning',
			match: told('Target.ResponseCodeMismatch', /^Health checks failed with these codes/iu),
			short: 'it answers with a status code the health check does not accept',
			title: ({ statusCode }) =>
				`The target answers its health check with ${statusCode ?? 'a status code that is not accepted'}`,
			cause: ({ statusCode }) =>
				`${statusCode === undefined ? 'It answers with something else than the check accepts.' : codeWords(statusCode)} That it answers proves ` +
				'that port, security groups and routes are right.',
			next: [
				'Call the path of the check from inside the VPC and see what comes back.',
				'Then change the program, the path, or the codes the target group accepts.',
			],
		},
		{
			id: 'tg-timeout',
			severity: 'warning',
			match: [/^Target\.Timeout(?![\w.])/u],
			inContext: [/^(?:Health checks failed: )?Request timed out/iu],
			short: 'it does not answer in time: security group, wrong port, or too slow',
			title: 'The target does not answer its health check in time',
			cause:
				'A security group or network ACL drops the packets, the program listens on 127.0.0.1 only, or it is too slow: no CPU left, or it waits.',
			next: [
				"Do other targets of the group pass? Then it is load, or this one task. If none does: let the load balancer's security group in, on the port of the check.",
				'Compare CPU at that minute.',
			],
		},
		{
			id: 'tg-connection-failed',
			severity: 'warning',
			match: [/^Target\.FailedHealthChecks(?![\w.])/u],
			inContext: [/^Health checks failed\.?$/iu],
			short: 'the connection fails or the answer is malformed: is it listening on that port?',
			title: 'The health check cannot connect to the target',
			cause:
				'Nothing listens there, the connection is reset, or the answer is in another protocol: HTTPS for HTTP, gRPC. A Network Load Balancer says the same where no answer comes at all.',
			next: [
				'Does the program listen on 0.0.0.0, on the container port that the target group has?',
				'Is it up by then? A slow start needs healthCheckGracePeriodSeconds.',
				'Is the protocol of the check the right one?',
				'Behind a Network Load Balancer: does the security group of the task let the check in?',
			],
		},
		{
			id: 'tg-internal-error',
			severity: 'warning',
			match: told('Elb.InternalError', /^Health checks failed due to an internal error/iu),
			short: 'the load balancer has an internal error',
			cause: 'The check failed on the side of AWS.',
			next: [`${PASSES} If it does not, ask AWS support with the ARN of the target group.`],
		},
		{
			id: 'tg-not-registered',
			severity: 'warning',
			match: told('Target.NotRegistered', /^Target is not registered to the target group/iu),
			short: 'it is not registered with the target group',
			cause: 'ECS has not registered it yet, has taken it out, or registers another port.',
			next: ["Compare container name and port of the service's load balancer with the task definition."],
		},
		{
			id: 'tg-az-not-enabled',
			severity: 'high',
			match: [/^(?:Target\.NotInUse\W{1,3})?Target is in an Availability Zone that is not enabled/iu],
			short: 'its zone is not enabled for the load balancer',
			title: 'The target is in a zone that the load balancer does not serve',
			cause:
				'The service has a subnet in a zone that the load balancer has none in: tasks that land there never get a request.',
			next: ['Add a subnet of that zone to the load balancer, or take it out of the service.'],
		},
		{
			id: 'tg-not-in-use',
			severity: 'warning',
			match: told('Target.NotInUse', /^Target group is not configured to receive traffic/iu),
			short: 'no listener sends traffic to it, or its zone is not enabled for the load balancer',
			title: 'No listener sends traffic to the target',
			cause:
				'No rule of a listener forwards to the target group; or the zone of the target is not enabled for the load balancer.',
			next: ['Look at the rules of the listener. In a blue/green deployment the other group being unused is right.'],
		},
		{
			id: 'tg-invalid-state',
			severity: 'warning',
			match: told('Target.InvalidState', /^Target is in the \w{1,20}(?: or \w{1,20})? state/iu),
			short: 'its instance is stopped or terminated',
			cause: 'The instance behind the target does not run any more.',
			next: ['See why the instance ended: the activities of the Auto Scaling group.'],
		},
		{
			id: 'tg-ip-unusable',
			severity: 'high',
			match: told('Target.IpUnusable', /^The IP address cannot be used as a target/iu),
			short: 'its address is in use by a load balancer',
			cause: 'The address belongs to a load balancer, and cannot be a target at the same time.',
			next: ['Register another address; of tasks of ECS this passes as soon as the task is replaced.'],
		},
		{
			id: 'tg-draining',
			severity: 'info',
			match: told('Target.DeregistrationInProgress', /^Target deregistration is in progress/iu),
			short: 'it is being taken out, open connections may finish',
			cause: 'It gets no new requests; those under way have the deregistration delay (300 s unless set).',
			next: ['Wait. If deployments take too long by it, lower the delay.'],
		},
		{
			id: 'tg-disabled',
			severity: 'info',
			match: told('Target.HealthCheckDisabled', /^Health checks are disabled/iu),
			short: 'health checks are off',
			cause: 'The target group checks nothing, so the load balancer takes the target to be fine.',
			next: ['Nothing, if that is meant.'],
		},
	],
};

/** What a target's own reason says, of a text that quotes it: `Health checks failed with these codes: [404]`. */
export function targetEntry(reason: string): Entry | undefined {
	return TARGETS.entries.find(({ match = [], inContext = [] }) =>
		[...match, ...inContext].some((pattern) => pattern instanceof RegExp && pattern.test(reason)),
	);
}
