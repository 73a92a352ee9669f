import { remap } from '../keymap/keymap.ts';
import type { Remapping } from '../keymap/keymap.ts';
import type { BindingScope, Pane, PaneId } from '../views/pane.ts';
import { COVER_BINDINGS, GLOBAL_BINDINGS } from './global-bindings.ts';
import { createPanes } from './panes.ts';

const NAMES: Readonly<Record<PaneId, string>> = {
	services: 'Services',
	tasks: 'Tasks',
	logs: 'Logs',
	events: 'Events',
	deployments: 'Deployments',
	service: 'Service',
	task: 'Task',
	'task-definition': 'Task definition',
	metrics: 'Metrics',
	autoscaling: 'Autoscaling',
	clusters: 'Clusters',
	regions: 'Regions',
	profiles: 'Profiles',
	help: 'Help',
};

/** Every key there is, by the scope it works in: those that work everywhere, those of full screens, each pane's. */
export function allBindings(
	remapping: Remapping = {},
	panes: readonly Pane[] = createPanes().all,
): readonly BindingScope[] {
	return [
		{ scope: 'Everywhere', bindings: remap(GLOBAL_BINDINGS, remapping) },
		{ scope: 'Full screens', bindings: remap(COVER_BINDINGS, remapping) },
		...panes.map(({ id, bindings }) => ({ scope: NAMES[id], bindings: remap(bindings, remapping) })),
	];
}

/** For each pane, the bindings that may hear a key there: its own, those of full screens, those that work everywhere. */
export function heardTogether([
	everywhere,
	cover,
	...panes
]: readonly BindingScope[]): readonly BindingScope['bindings'][] {
	return panes.map(({ bindings }) => [...bindings, ...(cover?.bindings ?? []), ...(everywhere?.bindings ?? [])]);
}

/** The name of a pane, as its border and the help have it. */
export function paneName(id: PaneId): string {
	return NAMES[id];
}
