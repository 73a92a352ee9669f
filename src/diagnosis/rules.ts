import type { ClusterRule, Rule } from './finding.ts';

/** Everything that is looked for in a service. */
export const RULES: readonly Rule[] = [];

/** Everything that is looked for in a cluster. */
export const CLUSTER_RULES: readonly ClusterRule[] = [];
