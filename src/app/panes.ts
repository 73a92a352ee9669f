import type { Pane } from '../views/pane.ts';
import type { PaneId } from '../views/pane-id.ts';
import { autoscalingPane } from '../views/autoscaling/autoscaling-pane.ts';
import { createClustersPane } from '../views/choosers/create-clusters-pane.ts';
import { createContextsPane } from '../views/choosers/create-contexts-pane.ts';
import { changePane } from '../views/changes/change-pane.ts';
import { createChangesPane } from '../views/changes/create-changes-pane.tsx';
import { createProfilesPane } from '../views/choosers/create-profiles-pane.ts';
import { createRegionsPane } from '../views/choosers/create-regions-pane.ts';
import { deploymentsPane } from '../views/deployments/deployments-pane.ts';
import { createEventsPane } from '../views/events/create-events-pane.tsx';
import { createLogsPane } from '../views/logs/create-logs-pane.tsx';
import { healthPane } from '../views/health/health-pane.ts';
import { helpPane } from '../views/help/help-pane.ts';
import { createMetricsPane } from '../views/metrics/create-metrics-pane.tsx';
import { servicePane } from '../views/service/service-pane.ts';
import { createServicesPane } from '../views/services/create-services-pane.tsx';
import type { ServicesPane } from '../views/services/create-services-pane.tsx';
import { createTasksPane } from '../views/tasks/create-tasks-pane.tsx';
import type { TasksPane } from '../views/tasks/create-tasks-pane.tsx';
import { taskDefinitionPane } from '../views/task-definition/task-definition-pane.ts';
import { createWhyPane } from '../views/why/create-why-pane.ts';
import { taskPane } from '../views/task/task-pane.ts';

/** The one list of panes. The two that selection moves through are known by name, too. */
export type Panes = {
	readonly services: ServicesPane;
	readonly tasks: TasksPane;
	readonly all: readonly Pane[];
};

export function createPanes(): Panes {
	const services = createServicesPane();
	const tasks = createTasksPane();
	return {
		services,
		tasks,
		all: [
			services,
			tasks,
			createLogsPane(),
			createEventsPane(),
			createWhyPane(services.findings),
			healthPane,
			servicePane,
			taskPane,
			taskDefinitionPane,
			deploymentsPane,
			createMetricsPane(),
			autoscalingPane,
			createChangesPane(),
			changePane,
			createClustersPane(),
			createRegionsPane(),
			createProfilesPane(),
			createContextsPane(),
			helpPane,
		],
	};
}

export function findPane(panes: Panes, id: PaneId): Pane | undefined {
	return panes.all.find((pane) => pane.id === id);
}
