import type { ClusterRule, Rule } from './finding.ts';
import { atCeiling } from './rules/at-ceiling.ts';
import { circuitBreaker } from './rules/circuit-breaker.ts';
import { containerHealthcheckFailed } from './rules/container-healthcheck-failed.ts';
import { containerOom } from './rules/container-oom.ts';
import { cpuZero } from './rules/cpu-zero.ts';
import { crashLoop } from './rules/crash-loop.ts';
import { deploymentAlarm } from './rules/deployment-alarm.ts';
import { deploymentStage } from './rules/deployment-stage.ts';
import { desiredGap } from './rules/desired-gap.ts';
import { elbHealthcheckFailed } from './rules/elb-healthcheck-failed.ts';
import { elbTargetUnhealthy } from './rules/elb-target-unhealthy.ts';
import { memoryTight } from './rules/memory-tight.ts';
import { mutableImage } from './rules/mutable-image.ts';
import { noLogs } from './rules/no-logs.ts';
import { pendingDependency } from './rules/pending-dependency.ts';
import { pvRegression } from './rules/pv-regression.ts';
import { sidecarTookTaskDown } from './rules/sidecar-took-task-down.ts';
import { spotStorm } from './rules/spot-storm.ts';
import { startLoop } from './rules/start-loop.ts';
import { unhealthyReplaced } from './rules/unhealthy-replaced.ts';

/** Everything that is looked for in a service. */
export const RULES: readonly Rule[] = [
	atCeiling,
	circuitBreaker,
	containerHealthcheckFailed,
	containerOom,
	cpuZero,
	crashLoop,
	deploymentAlarm,
	deploymentStage,
	desiredGap,
	elbHealthcheckFailed,
	elbTargetUnhealthy,
	memoryTight,
	mutableImage,
	noLogs,
	pendingDependency,
	pvRegression,
	sidecarTookTaskDown,
	spotStorm,
	startLoop,
	unhealthyReplaced,
];

/** Everything that is looked for in a cluster. */
export const CLUSTER_RULES: readonly ClusterRule[] = [];
