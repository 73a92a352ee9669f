import { allBindings } from '../../src/app/all-bindings.ts';
import { EMPTY_PICTURE, type Picture } from '../../src/store/picture.ts';
import type { ViewContext } from '../../src/views/pane.ts';
import { INITIAL_UI, type UiAction, type UiState } from '../../src/views/ui-state.ts';
import { cpu, history, scaling, targetGroup, targets, taskDefinition } from '../fixtures/checkout-settings.ts';
import {
	NOW,
	revision,
	runningTask,
	service,
	SERVICE_ARN,
	TARGET_GROUP_ARN,
	task,
	TASK_ARN,
} from '../fixtures/checkout.ts';
import { PROD } from '../fixtures/shop.ts';
import { THEME } from '../fixtures/theme.ts';
import { aCluster } from '../fixtures/a-service.ts';

const readAt = NOW - 2_000;

/** Everything about checkout has been read two seconds ago. */
export const SHOP: Picture = {
	...EMPTY_PICTURE,
	clusters: { 'ap-northeast-1': { value: [aCluster()], readAt } },
	services: { [PROD]: { value: { [SERVICE_ARN]: service }, readAt } },
	tasks: { [SERVICE_ARN]: { value: { [TASK_ARN]: task, [runningTask.taskArn]: runningTask }, readAt } },
	taskDefinitions: { [revision(43)]: { value: taskDefinition, readAt } },
	serviceDeployments: { [SERVICE_ARN]: { value: history, readAt } },
	targetGroups: { [TARGET_GROUP_ARN]: { value: targetGroup, readAt } },
	targetHealth: { [TARGET_GROUP_ARN]: { value: targets, readAt } },
	scaling: { [SERVICE_ARN]: { value: scaling, readAt } },
	metrics: { [SERVICE_ARN]: { value: { cpu, memory: cpu }, readAt } },
	longMetrics: { [SERVICE_ARN]: { value: { cpu, memory: cpu }, readAt } },
};

/** What a view is given; what it dispatches and asks for lands in `actions` and `asked`. */
export function viewContext(
	changes: Partial<Omit<ViewContext, 'ui'>> & { readonly ui?: Partial<UiState> } = {},
): ViewContext & { readonly actions: readonly UiAction[]; readonly asked: readonly unknown[] } {
	const actions: UiAction[] = [];
	const asked: unknown[] = [];
	const ask = (...what: readonly unknown[]): void => void asked.push(what);
	return {
		now: NOW,
		picture: SHOP,
		rewound: undefined,
		reachesTo: undefined,
		acts: { dialog: undefined, changes: [] },
		theme: THEME,
		logTail: undefined,
		settings: {
			readOnly: false,
			utc: true,
			profile: 'ops',
			profiles: ['default', 'ops'],
			contexts: [],
			regions: ['ap-northeast-1'],
		},
		pageSize: 20,
		pageWidth: 78,
		bindings: allBindings(),
		dispatch: (action) => void actions.push(action),
		effects: {
			act: (request) => ask('act', request),
			undo: (id) => ask('undo', id),
			editDialog: (action) => ask('editDialog', action),
			confirm: () => ask('confirm'),
			leaveDialog: () => ask('leaveDialog'),
			editDocument: (id) => ask('editDocument', id),
			refresh: () => ask('refresh'),
			copy: (text) => ask('copy', text),
			connect: (connection) => ask('connect', connection),
			suspend: () => ask('suspend'),
			quit: () => ask('quit'),
		},
		...changes,
		ui: { ...INITIAL_UI, serviceArn: SERVICE_ARN, taskArn: TASK_ARN, ...changes.ui },
		actions,
		asked,
	};
}
