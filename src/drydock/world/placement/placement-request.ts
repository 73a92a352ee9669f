import type { ClusterState } from '../cluster.ts';
import type { NetworkConfiguration, PlacementConstraint, PlacementStrategy } from '../service-settings.ts';
import type { TaskDefinitionState } from '../task-definition.ts';
import type { TaskOverrides } from '../task-overrides.ts';

/** A task that wants an instance. */
export type PlacementRequest = {
	readonly cluster: ClusterState;
	readonly taskDefinition: TaskDefinitionState;
	/** `service:checkout`: whom it is spread among, and kept apart from. */
	readonly group: string;
	/** Only on instances of this provider; absent for the launch type EC2. */
	readonly capacityProviderName?: string;
	readonly constraints: readonly PlacementConstraint[];
	readonly strategy: readonly PlacementStrategy[];
	/** Of an awsvpc task. */
	readonly networkConfiguration?: NetworkConfiguration | undefined;
	readonly overrides?: TaskOverrides;
};
