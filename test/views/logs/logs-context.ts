import type { Aws } from '../../../src/aws/aws.ts';
import { allBindings } from '../../../src/app/all-bindings.ts';
import { createTheme } from '../../../src/components/create-theme.ts';
import type { TaskDefinition } from '../../../src/model/task-definition.ts';
import type { Task } from '../../../src/model/task.ts';
import { createLogTail } from '../../../src/store/create-log-tail.ts';
import { EMPTY_PICTURE, type Picture } from '../../../src/store/picture.ts';
import type { Time } from '../../../src/store/time.ts';
import type { ViewContext } from '../../../src/views/pane.ts';
import { reduceUi } from '../../../src/views/reduce-ui.ts';
import { INITIAL_UI, type UiAction, type UiState } from '../../../src/views/ui-state.ts';

const CHECKOUT = 'arn:aws:ecs:ap-northeast-1:111122223333:service/prod/checkout';
const DEFINITION = 'arn:aws:ecs:ap-northeast-1:111122223333:task-definition/checkout:43';

const task: Task = {
	taskArn: 'arn:aws:ecs:ap-northeast-1:111122223333:task/prod/3f2a1b',
	clusterArn: 'arn:aws:ecs:ap-northeast-1:111122223333:cluster/prod',
	group: 'service:checkout',
	taskDefinitionArn: DEFINITION,
	lastStatus: 'RUNNING',
	desiredStatus: 'RUNNING',
	healthStatus: 'HEALTHY',
	startedAt: 1,
	containers: [],
	enableExecuteCommand: false,
};

function definition(logDriver: string): TaskDefinition {
	const logs =
		logDriver === 'awslogs' ? { logDriver, group: '/ecs/checkout', streamPrefix: 'checkout' } : { logDriver };
	return {
		taskDefinitionArn: DEFINITION,
		family: 'checkout',
		revision: 43,
		status: 'ACTIVE',
		containerDefinitions: [{ name: 'app', image: 'checkout:43', essential: true, portMappings: [], logs }],
		document: {},
	};
}

export function picture(logDriver = 'awslogs'): Picture {
	return {
		...EMPTY_PICTURE,
		tasks: { [CHECKOUT]: { value: { [task.taskArn]: task }, readAt: 1 } },
		taskDefinitions: { [DEFINITION]: { value: definition(logDriver), readAt: 1 } },
	};
}

/** A context whose `ui` changes with what is dispatched, with a tail over `logEvents`. */
export function contextOf(logEvents: Aws['logEvents'], time: Time, shown: Picture = picture()) {
	let ui: UiState = { ...INITIAL_UI, serviceArn: CHECKOUT, screens: ['logs'] };
	const logTail = createLogTail({ aws: { logEvents }, time, random: () => 0 });
	const said: string[] = [];
	const copied: string[] = [];
	const context = (pageSize = 5): ViewContext => ({
		now: time.now(),
		picture: shown,
		rewound: undefined,
		reachesTo: undefined,
		ui,
		theme: createTheme({ background: 'dark', colors: true, unicode: true }),
		logTail,
		settings: {
			readOnly: true,
			utc: true,
			profile: undefined,
			profiles: [],
			contexts: [],
			regions: ['ap-northeast-1'],
		},
		pageSize,
		pageWidth: 78,
		bindings: allBindings(),
		dispatch(action: UiAction) {
			ui = reduceUi(ui, action, time.now());
			if (action.type === 'flash' && action.flash) said.push(action.flash.text);
		},
		acts: { dialog: undefined, changes: [] },
		effects: {
			refresh() {},
			copy: (text) => void copied.push(text),
			connect() {},
			act() {},
			undo() {},
			editDialog() {},
			confirm() {},
			leaveDialog() {},
			editDocument() {},
			suspend() {},
			quit() {},
		},
	});
	return { context, logTail, said, copied };
}
