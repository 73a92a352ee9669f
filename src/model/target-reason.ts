/** What AWS's reason codes of targets mean (Elastic Load Balancing API reference, TargetHealth.Reason). */
const REASONS: Readonly<Record<string, string>> = {
	'Elb.RegistrationInProgress': 'it is being registered',
	'Elb.InitialHealthChecking': 'its first health checks are under way',
	'Elb.InternalError': 'the load balancer has an internal error',
	'Target.ResponseCodeMismatch': 'it answers with a status code the health check does not accept',
	'Target.Timeout': 'it does not answer in time: security group, wrong port, or too slow',
	'Target.FailedHealthChecks': 'the connection fails or the answer is malformed: is it listening on that port?',
	'Target.NotRegistered': 'it is not registered with the target group',
	'Target.NotInUse': 'no listener sends traffic to it, or its zone is not enabled for the load balancer',
	'Target.InvalidState': 'its instance is stopped or terminated',
	'Target.IpUnusable': 'its address is in use by a load balancer',
	'Target.DeregistrationInProgress': 'it is being taken out, open connections may finish',
	'Target.HealthCheckDisabled': 'health checks are off',
};

/** A target's reason code in words, or as it is when AWS has a new one. */
export function targetReasonWords(reason: string): string {
	return REASONS[reason] ?? reason;
}
