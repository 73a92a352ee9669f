import type { Binding } from '../keymap/binding.ts';
import { lastSegment, shortTaskId } from '../model/arn.ts';
import { connectionTo } from '../views/choosers/create-contexts-pane.ts';
import type { ViewContext } from '../views/pane.ts';
import type { ServiceRow } from '../views/services/service-row.ts';

/** Ways to the services, tasks, clusters and contexts that are known, by their names: what the palette finds beside actions. */
export function namedThings(
	{ picture, settings }: ViewContext,
	services: readonly ServiceRow[],
): readonly Binding<ViewContext>[] {
	return [
		...services.map(({ service: { serviceArn, serviceName }, clusterName }) =>
			thing(serviceArn, serviceName, `service in ${clusterName}`, ({ dispatch }) =>
				dispatch({ type: 'go-to', serviceArn }),
			),
		),
		...Object.values(picture.clusters)
			.flatMap(({ value }) => value ?? [])
			.map(({ clusterArn, clusterName, region }) =>
				thing(clusterArn, clusterName, `cluster in ${region}`, ({ dispatch }) => {
					dispatch({ type: 'select-clusters', clusterArns: [clusterArn] });
					dispatch({ type: 'home' });
				}),
			),
		...settings.contexts.map((context) =>
			thing(`context ${context.name}`, context.name, 'context', ({ effects }) =>
				effects.connect(connectionTo(context, settings)),
			),
		),
		...services.flatMap(({ service: { serviceArn } }) =>
			Object.keys(picture.tasks[serviceArn]?.value ?? {}).map((taskArn) =>
				thing(taskArn, shortTaskId(taskArn), `task of ${lastSegment(serviceArn)}`, ({ dispatch }) =>
					dispatch({ type: 'go-to', serviceArn, taskArn }),
				),
			),
		),
	];
}

function thing(id: string, label: string, help: string, run: Binding<ViewContext>['run']): Binding<ViewContext> {
	return { id, keys: [], label, help, run };
}
