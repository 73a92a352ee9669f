import type { ClusterRule, Rule } from './finding.ts';
import { azMismatch } from './rules/az-mismatch.ts';
import { checkTimeout } from './rules/check-timeout.ts';
import { checkToolMissing } from './rules/check-tool-missing.ts';
import { dependencyOutage } from './rules/dependency-outage.ts';
import { efsMount } from './rules/efs-mount.ts';
import { graceTooShort } from './rules/grace-too-short.ts';
import { logBlocking } from './rules/log-blocking.ts';
import { noRoute } from './rules/no-route.ts';
import { portMismatch } from './rules/port-mismatch.ts';
import { secretDenied } from './rules/secret-denied.ts';
import { startPeriodTooShort } from './rules/start-period-too-short.ts';
import { targetGroupMissing } from './rules/target-group-missing.ts';
import { targetType } from './rules/target-type.ts';
import { unhealthyTargets } from './rules/unhealthy-targets.ts';
import { unusedTargets } from './rules/unused-targets.ts';

/** Everything that is looked for in a service. */
export const RULES: readonly Rule[] = [
	azMismatch,
	checkTimeout,
	checkToolMissing,
	efsMount,
	graceTooShort,
	logBlocking,
	noRoute,
	portMismatch,
	secretDenied,
	startPeriodTooShort,
	targetGroupMissing,
	targetType,
	unhealthyTargets,
	unusedTargets,
];

/** Everything that is looked for in a cluster. */
export const CLUSTER_RULES: readonly ClusterRule[] = [dependencyOutage];
