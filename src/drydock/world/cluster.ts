import type { CapacityProviderStrategyItem } from './service-settings.ts';
import type { Tag } from './task-definition.ts';

/** A cluster, AWS's member names. */
export type ClusterState = {
	readonly clusterArn: string;
	readonly clusterName: string;
	readonly region: string;
	status: 'ACTIVE' | 'INACTIVE';
	capacityProviders: readonly string[];
	defaultCapacityProviderStrategy: readonly CapacityProviderStrategyItem[];
	/** `containerInsights` and its like. */
	settings: { readonly name: string; readonly value: string }[];
	serviceConnectNamespace?: string;
	tags: Tag[];
	readonly serviceArns: Set<string>;
	/** Tasks of services and of RunTask, those of the last hour included. */
	readonly taskArns: Set<string>;
	/** In the order in which they registered. */
	readonly containerInstanceArns: Set<string>;
};
