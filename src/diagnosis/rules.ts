import type { ClusterRule, Rule } from './finding.ts';
import { agentDisconnected } from './rules/agent-disconnected.ts';
import { asgLaunchFailed } from './rules/asg-launch-failed.ts';
import { autoscaleFlap } from './rules/autoscale-flap.ts';
import { autoscaleMaxed } from './rules/autoscale-maxed.ts';
import { badInstance } from './rules/bad-instance.ts';
import { cannotPlace } from './rules/cannot-place.ts';
import { capacityPlanRule } from './rules/capacity-plan.ts';
import { circuitBreaker } from './rules/circuit-breaker.ts';
import { containerHealthcheckFailed } from './rules/container-healthcheck-failed.ts';
import { containerOom } from './rules/container-oom.ts';
import { cpuZero } from './rules/cpu-zero.ts';
import { crashLoop } from './rules/crash-loop.ts';
import { deployDeadlockPort } from './rules/deploy-deadlock-port.ts';
import { deployMathStuck } from './rules/deploy-math-stuck.ts';
import { deploymentAlarm } from './rules/deployment-alarm.ts';
import { deploymentStage } from './rules/deployment-stage.ts';
import { desiredGap } from './rules/desired-gap.ts';
import { ec2AutoscalingMismatch } from './rules/ec2-autoscaling-mismatch.ts';
import { elbHealthcheckFailed } from './rules/elb-healthcheck-failed.ts';
import { elbTargetUnhealthy } from './rules/elb-target-unhealthy.ts';
import { memoryTight } from './rules/memory-tight.ts';
import { mutableImage } from './rules/mutable-image.ts';
import { noLogs } from './rules/no-logs.ts';
import { pendingDependency } from './rules/pending-dependency.ts';
import { pvRegression } from './rules/pv-regression.ts';
import { saidByEcs } from './rules/said-by-ecs.ts';
import { scaleInBlockedByDeploy } from './rules/scale-in-blocked-by-deploy.ts';
import { scheduleVsManual } from './rules/schedule-vs-manual.ts';
import { sidecarTookTaskDown } from './rules/sidecar-took-task-down.ts';
import { spotStorm } from './rules/spot-storm.ts';
import { startLoop } from './rules/start-loop.ts';
import { subnetIp } from './rules/subnet-ip.ts';
import { targetValueOdd } from './rules/target-value-odd.ts';
import { unhealthyReplaced } from './rules/unhealthy-replaced.ts';

/** Everything that is looked for in a service. */
export const RULES: readonly Rule[] = [
	agentDisconnected,
	asgLaunchFailed,
	autoscaleFlap,
	autoscaleMaxed,
	cannotPlace,
	capacityPlanRule,
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
	elbHealthcheckFailed,
	elbTargetUnhealthy,
	memoryTight,
	mutableImage,
	noLogs,
	pendingDependency,
	pvRegression,
	saidByEcs,
	scaleInBlockedByDeploy,
	scheduleVsManual,
	sidecarTookTaskDown,
	spotStorm,
	startLoop,
	subnetIp,
	targetValueOdd,
	unhealthyReplaced,
];

/** Everything that is looked for in a cluster. */
export const CLUSTER_RULES: readonly ClusterRule[] = [badInstance];
