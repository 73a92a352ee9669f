import type { ClusterRule, Rule } from './finding.ts';
import { agentDisconnected } from './rules/agent-disconnected.ts';
import { asgLaunchFailed } from './rules/asg-launch-failed.ts';
import { autoscaleFlap } from './rules/autoscale-flap.ts';
import { autoscaleMaxed } from './rules/autoscale-maxed.ts';
import { badInstance } from './rules/bad-instance.ts';
import { cannotPlace } from './rules/cannot-place.ts';
import { capacityPlanRule } from './rules/capacity-plan.ts';
import { deployDeadlockPort } from './rules/deploy-deadlock-port.ts';
import { deployMathStuck } from './rules/deploy-math-stuck.ts';
import { ec2AutoscalingMismatch } from './rules/ec2-autoscaling-mismatch.ts';
import { saidByEcs } from './rules/said-by-ecs.ts';
import { scaleInBlockedByDeploy } from './rules/scale-in-blocked-by-deploy.ts';
import { scheduleVsManual } from './rules/schedule-vs-manual.ts';
import { subnetIp } from './rules/subnet-ip.ts';
import { targetValueOdd } from './rules/target-value-odd.ts';

/** Everything that is looked for in a service. */
export const RULES: readonly Rule[] = [
	agentDisconnected,
	asgLaunchFailed,
	autoscaleFlap,
	autoscaleMaxed,
	cannotPlace,
	capacityPlanRule,
	deployDeadlockPort,
	deployMathStuck,
	ec2AutoscalingMismatch,
	saidByEcs,
	scaleInBlockedByDeploy,
	scheduleVsManual,
	subnetIp,
	targetValueOdd,
];

/** Everything that is looked for in a cluster. */
export const CLUSTER_RULES: readonly ClusterRule[] = [badInstance];
