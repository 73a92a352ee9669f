import { expect, test } from 'vitest';
import { BLOCKS } from '../../../src/diagnosis/catalogue/blocks.ts';
import type { Severity } from '../../../src/diagnosis/finding.ts';

/** How bad each is by itself. What is high stops a task or a deployment; what is critical, the service. */
const SEVERITY: Readonly<Record<Severity, string>> = {
	critical: `
		placement-no-instances iam-misconfigured subnet-ip-exhausted target-group-missing deployment-circuit-breaker
		deployment-alarm deployment-rolled-back
	`,
	high: `
		placement-cpu placement-memory placement-port placement-attribute placement-constraint placement-agent placement-eni
		placement-gpu placement-location placement-generic placement-instance-inactive placement-instance-missing
		placement-incompatible-compute placement-partial-launch agent-start-timeout fargate-capacity fargate-quota
		fargate-az-unsupported fargate-invalid-size service-start-impaired deploy-config-stuck asg-launch-failed
		eni-provision-timeout storage-provision-timeout efs-mount-failed env-file-failed assume-role-failed
		ebs-attach-failed target-missing secret-kms-denied secret-access-denied secret-json-key secret-invalid-ref
		secret-not-found secret-network secret-init-failed log-group-missing log-access-denied log-network
		log-config-invalid log-driver-init-failed image-platform-mismatch image-pull-rate-limit image-digest-gone
		image-not-found image-pull-auth image-pull-network image-disk-full image-pull-failed container-command-not-found
		container-oom-init container-port-bind-failed host-disk-full container-runtime-timeout container-start-failed
		exec-format-error container-exit-error container-command-not-executable container-abort container-oom
		container-segfault container-exit-255 essential-container-exited container-healthcheck-failed elb-healthcheck-failed
		scaling-at-max scaling-failed
	`,
	// container-sigkill: the victim of a stop, or killed for its task's memory. The text alone does not tell which.
	warning: `
		provisioning-limit service-throttled scale-in-protected internal-error eni-rate-limited container-inspect-failed
		container-stop-failed container-exit-ok spot-interrupted host-terminated instance-deregistered infrastructure-health
		elb-target-unhealthy service-tasks-replaced-unhealthy service-pending-stopped scaling-not-scaled scaling-unscalable
		scaling-unfulfilled api-throttled container-sigkill
	`,
	info: `
		container-sigterm scheduler-replaced user-stopped task-retired service-steady service-tasks-started
		service-tasks-stopped service-targets-registered az-balanced az-rebalancing service-targets-deregistered
		service-draining deployment-in-progress deployment-completed scaling-success scaling-alarm-cause scaling-at-min
		scaling-flap-guard scaling-no-change scaling-overridden tg-initial tg-draining tg-disabled
	`,
};

const ENTRIES = BLOCKS.flatMap(({ entries }) => entries);

test.each(
	Object.entries(SEVERITY).flatMap(([severity, ids]) =>
		ids
			.trim()
			.split(/\s+/u)
			.map((id) => [id, severity] as const),
	),
)('%s is %s', (id, severity) => {
	const told = new Set(ENTRIES.filter((entry) => entry.id === id).map((entry) => entry.severity));
	expect([...told]).toEqual([severity]);
});
