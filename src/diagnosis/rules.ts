import type { ClusterRule, Rule } from './finding.ts';
import { agentDisconnected } from './rules/agent-disconnected.ts';
import { asgLaunchFailed } from './rules/asg-launch-failed.ts';
import { autoscaleFlap } from './rules/autoscale-flap.ts';
import { autoscaleMaxed } from './rules/autoscale-maxed.ts';
import { azMismatch } from './rules/az-mismatch.ts';
import { badInstance } from './rules/bad-instance.ts';
import { cannotPlace } from './rules/cannot-place.ts';
import { capacityPlanRule } from './rules/capacity-plan.ts';
import { checkTimeout } from './rules/check-timeout.ts';
import { checkToolMissing } from './rules/check-tool-missing.ts';
import { circuitBreaker } from './rules/circuit-breaker.ts';
import { containerHealthcheckFailed } from './rules/container-healthcheck-failed.ts';
import { containerOom } from './rules/container-oom.ts';
import { cpuZero } from './rules/cpu-zero.ts';
import { crashLoop } from './rules/crash-loop.ts';
import { dependencyOutage } from './rules/dependency-outage.ts';
import { deployDeadlockPort } from './rules/deploy-deadlock-port.ts';
import { deployMathStuck } from './rules/deploy-math-stuck.ts';
import { deploymentAlarm } from './rules/deployment-alarm.ts';
import { deploymentStage } from './rules/deployment-stage.ts';
import { desiredGap } from './rules/desired-gap.ts';
import { ec2AutoscalingMismatch } from './rules/ec2-autoscaling-mismatch.ts';
import { efsMount } from './rules/efs-mount.ts';
import { elbHealthcheckFailed } from './rules/elb-healthcheck-failed.ts';
import { graceTooShort } from './rules/grace-too-short.ts';
import { logBlocking } from './rules/log-blocking.ts';
import { memoryTight } from './rules/memory-tight.ts';
import { mutableImage } from './rules/mutable-image.ts';
import { noLogs } from './rules/no-logs.ts';
import { noRoute } from './rules/no-route.ts';
import { pendingDependency } from './rules/pending-dependency.ts';
import { portMismatch } from './rules/port-mismatch.ts';
import { pvRegression } from './rules/pv-regression.ts';
import { saidByEcs } from './rules/said-by-ecs.ts';
import { scaleInBlockedByDeploy } from './rules/scale-in-blocked-by-deploy.ts';
import { scheduleVsManual } from './rules/schedule-vs-manual.ts';
import { secretDenied } from './rules/secret-denied.ts';
import { sidecarTookTaskDown } from './rules/sidecar-took-task-down.ts';
import { spotStorm } from './rules/spot-storm.ts';
import { startLoop } from './rules/start-loop.ts';
import { startPeriodTooShort } from './rules/start-period-too-short.ts';
import { subnetIp } from './rules/subnet-ip.ts';
import { targetType } from './rules/target-type.ts';
import { targetValueOdd } from './rules/target-value-odd.ts';
import { unhealthyReplaced } from './rules/unhealthy-replaced.ts';
import { unhealthyTargets } from './rules/unhealthy-targets.ts';
import { unusedTargets } from './rules/unused-targets.ts';

/** Everything that is looked for in a service. */
export const RULES: readonly Rule[] = [
	agentDisconnected,
	asgLaunchFailed,
	autoscaleFlap,
	autoscaleMaxed,
	azMismatch,
	cannotPlace,
	capacityPlanRule,
	checkTimeout,
	checkToolMissing,
	circuitBreaker,
	containerHealthcheckFailed,
	containerOom,
	cpuZero,
	crashLoop,
	deployDeadlockPort,
	deployMathStuck,
	deploymentAlarm,
	deploymentStage,
	desiredGap,
	ec2AutoscalingMismatch,
	efsMount,
	elbHealthcheckFailed,
	graceTooShort,
	logBlocking,
	memoryTight,
	mutableImage,
	noLogs,
	noRoute,
	pendingDependency,
	portMismatch,
	pvRegression,
	saidByEcs,
	scaleInBlockedByDeploy,
	scheduleVsManual,
	secretDenied,
	sidecarTookTaskDown,
	spotStorm,
	startLoop,
	startPeriodTooShort,
	subnetIp,
	targetType,
	targetValueOdd,
	unhealthyReplaced,
	unhealthyTargets,
	unusedTargets,
];

/** Everything that is looked for in a cluster. */
export const CLUSTER_RULES: readonly ClusterRule[] = [badInstance, dependencyOutage];
