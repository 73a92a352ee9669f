import { renderToString } from 'ink';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { cellWidth } from '../../src/components/cell-width.ts';
import { clashes } from '../../src/keymap/keymap.ts';
import type { Resource, ResourceFailure } from '../../src/model/resource.ts';
import { EMPTY_PICTURE, type Picture } from '../../src/store/picture.ts';
import { autoscalingPane } from '../../src/views/autoscaling/autoscaling-pane.ts';
import { createClustersPane } from '../../src/views/choosers/create-clusters-pane.ts';
import { createContextsPane } from '../../src/views/choosers/create-contexts-pane.ts';
import { createProfilesPane } from '../../src/views/choosers/create-profiles-pane.ts';
import { createRegionsPane } from '../../src/views/choosers/create-regions-pane.ts';
import { deploymentsPane } from '../../src/views/deployments/deployments-pane.ts';
import { createEventsPane } from '../../src/views/events/create-events-pane.tsx';
import { helpPane } from '../../src/views/help/help-pane.ts';
import { createMetricsPane } from '../../src/views/metrics/create-metrics-pane.tsx';
import type { AllBindings, Pane, ViewContext } from '../../src/views/pane.ts';
import { servicePane } from '../../src/views/service/service-pane.ts';
import { taskDefinitionPane } from '../../src/views/task-definition/task-definition-pane.ts';
import { taskPane } from '../../src/views/task/task-pane.ts';
import { taskDefinition } from '../fixtures/checkout-settings.ts';
import { createTasksPane } from '../../src/views/tasks/create-tasks-pane.tsx';
import { NOW, revision, service, SERVICE_ARN } from '../fixtures/checkout.ts';
import { PROD } from '../fixtures/shop.ts';
import { SHOP, viewContext } from './view-context.ts';

const HEIGHT = 50;
const clustersPane = createClustersPane();
const eventsPane = createEventsPane();
const metricsPane = createMetricsPane();

/** What is on the screen, in plain text. */
function drawn({ Body }: Pane, context: ViewContext, width = 78, height = HEIGHT): string {
	const body = <Body context={context} width={width} height={height} focused />;
	return stripVTControlCharacters(renderToString(body, { columns: width }));
}

/** Every pane with something only its data can say. */
const PANES: readonly (readonly [pane: Pane, words: string])[] = [
	[servicePane, '100%–200% = 4 to 8 tasks'],
	[taskPane, '✖ failed its container health check'],
	[taskDefinitionPane, 'family: checkout'],
	[deploymentsPane, ':42 → :43'],
	[eventsPane, 'deploy :42 → :43 began'],
	[autoscalingPane, 'CPU is at 88 %'],
	[metricsPane, 'target 60 %'],
	[clustersPane, 'prod'],
	[createRegionsPane(), 'Asia Pacific (Tokyo)'],
	[createProfilesPane(), 'default'],
	[createContextsPane(), 'There are no contexts'],
	[helpPane, 'One step back, always.'],
];

describe.each(PANES)('$id', (pane, words) => {
	const context = viewContext();

	test('claims no key twice', () => {
		expect(clashes(pane.bindings)).toEqual([]);
	});

	test.each([78, 118, 198])('says what it has to say in %d cells and no more', (width) => {
		const screen = drawn(pane, context, width);
		const lines = screen.split('\n');
		expect(screen).toContain(words);
		expect(Math.max(...lines.map(cellWidth))).toBeLessThanOrEqual(width);
		expect(lines.length).toBeLessThanOrEqual(HEIGHT);
	});
});

/** The picture with one reading of each kind replaced. */
function pictureOf(reading: Resource<never>): Picture {
	return {
		...EMPTY_PICTURE,
		clusters: { 'ap-northeast-1': reading },
		services: { [PROD]: reading },
		tasks: { [SERVICE_ARN]: reading },
		taskDefinitions: { [revision(43)]: reading },
		scaling: { [SERVICE_ARN]: reading },
		longMetrics: { [SERVICE_ARN]: reading },
	};
}

const failure: ResourceFailure = {
	kind: 'denied',
	service: 'ecs',
	operation: 'DescribeServices',
	code: 'AccessDeniedException',
	message: 'User ops is not authorized to perform this',
	next: 'Ask for the permission.',
	since: NOW - 5000,
};

const ASKING: readonly (readonly [pane: Pane, asking: string])[] = [
	[servicePane, 'asking ecs:DescribeServices for checkout'],
	[taskPane, 'asking ecs:ListTasks and ecs:DescribeTasks for checkout'],
	[deploymentsPane, 'asking ecs:DescribeServices for checkout'],
	[eventsPane, 'asking ecs:DescribeServices for checkout'],
	[autoscalingPane, 'asking application-autoscaling:DescribeScalableTargets for checkout'],
	[metricsPane, 'asking cloudwatch:GetMetricData for checkout'],
	[clustersPane, 'asking ecs:ListClusters and ecs:DescribeClusters'],
];

describe.each(ASKING)('before its data is there, $id', (pane, asking) => {
	test('says what is being asked', () => {
		expect(drawn(pane, viewContext({ picture: EMPTY_PICTURE }))).toContain(asking);
	});

	test('says what failed, what AWS said and what to do', () => {
		const context = viewContext({ picture: pictureOf({ failure }) });
		const screen = drawn(pane, context);
		expect(screen).toContain('ecs:DescribeServices failed: AccessDeniedException');
		expect(screen).toContain('User ops is not authorized to perform this');
		expect(screen).toContain('Ask for the permission.');
		expect(pane.trouble?.(context)).toBe('not read: no permission ecs:DescribeServices');
	});
});

test('a screen whose data could not be refreshed keeps it, and says so in the border', () => {
	const stale = { ...SHOP.services[PROD], readAt: NOW - 40_000, failure: { ...failure, retryAt: NOW + 8000 } };
	const context = viewContext({ picture: { ...SHOP, services: { [PROD]: stale } } });
	expect(drawn(servicePane, context)).toContain('2 of 4 running');
	expect(servicePane.trouble?.(context)).toBe('stale 40s: no permission ecs:DescribeServices, retry in 8s');
});

test('the autoscaling screen says that its counts are old when only they could not be refreshed', () => {
	const stale = { ...SHOP.services[PROD], readAt: NOW - 40_000, failure: { ...failure, retryAt: NOW + 8000 } };
	const context = viewContext({ picture: { ...SHOP, services: { [PROD]: stale } } });
	expect(autoscalingPane.trouble?.(context)).toMatch(/^stale 40s: no permission ecs:DescribeServices/u);
});

test('a screen that waits because AWS throttles says so, and one that asks another API does not', () => {
	const throttled: Resource<never> = { failure: { ...failure, kind: 'throttled', code: 'ThrottlingException' } };
	const context = viewContext({ picture: { ...EMPTY_PICTURE, stoppedTasks: { [PROD]: throttled } } });
	expect(drawn(taskPane, context)).toContain(
		'throttled: waiting to ask ecs:ListTasks and ecs:DescribeTasks for checkout',
	);
	expect(drawn(createTasksPane(), context)).toContain('throttled: waiting to ask ecs:ListTasks for checkout');
	expect(drawn(metricsPane, context)).toContain('  asking cloudwatch:GetMetricData');
});

test('a service that is not to be described says so, alone in its cluster', () => {
	const serviceFailures = { [SERVICE_ARN]: { failure } };
	const known = viewContext({ picture: { ...SHOP, serviceFailures, serviceReadAt: { [SERVICE_ARN]: NOW - 40_000 } } });
	expect(servicePane.trouble?.(known)).toBe('stale 40s: no permission ecs:DescribeServices');
	const unknown = viewContext({
		picture: { ...EMPTY_PICTURE, services: { [PROD]: { value: {} } }, serviceFailures },
	});
	expect(drawn(servicePane, unknown)).toContain('ecs:DescribeServices failed: AccessDeniedException');
});

test.each([servicePane, deploymentsPane, autoscalingPane, metricsPane])(
	'$id without a selected service says what to do',
	(pane) => {
		const context = viewContext({ ui: { serviceArn: undefined } });
		expect(drawn(pane, context)).toContain('No service is selected.');
		expect(pane.topics(context)).toEqual([]);
	},
);

test('a task that ECS forgot is said to be gone, not to be loading', () => {
	const picture = { ...SHOP, tasks: { [SERVICE_ARN]: { value: {}, readAt: NOW } } };
	expect(drawn(taskPane, viewContext({ picture }))).toContain('ECS no longer knows the task 77aa10.');
});

test('a service that does not scale by itself says so', () => {
	const picture = { ...SHOP, scaling: { [SERVICE_ARN]: { value: null, readAt: NOW } } };
	expect(drawn(autoscalingPane, viewContext({ picture }))).toContain('This service has no autoscaling');
});

test('a metric without data is said to have none, never drawn as 0', () => {
	const silent = { startedAt: NOW, periodMs: 60_000, values: [null, null, null] };
	const picture = { ...SHOP, longMetrics: { [SERVICE_ARN]: { value: { cpu: silent, memory: silent } } } };
	const screen = drawn(metricsPane, viewContext({ picture }));
	expect(screen).toContain('CPU     -  no data in the last 3m');
	expect(screen).not.toContain('0%');
});

test('CPU and memory stand side by side where the screen is wide and low', () => {
	const firstRow = (height: number) => drawn(metricsPane, viewContext(), 180, height).split('\n')[0];
	expect(firstRow(18)).toMatch(/^CPU .*Memory/u);
	expect(firstRow(50)).not.toContain('Memory');
});

test('the service screen says first what is the matter', () => {
	expect(drawn(servicePane, viewContext()).split('\n')[0]).toMatch(
		/^✖ 1 of 2 targets fails the load balancer's health check \(502\)/u,
	);
});

test('a deployment that fails says why, in place and in the history', () => {
	const screen = drawn(deploymentsPane, viewContext(), 198);
	expect(screen).toMatch(/ecs-svc\/8812000000000000043: newest failed task: failed its container health check/u);
	expect(screen).toMatch(/2 of 3 +newest failed task: failed its container health check/u);
});

test('charts go back as far as there is data', () => {
	const series = {
		startedAt: 0,
		periodMs: 60_000,
		values: [...Array.from({ length: 330 }, () => null), ...Array.from({ length: 30 }, () => 40)],
	};
	const longMetrics = { [SERVICE_ARN]: { value: { cpu: series, memory: series }, readAt: 0 } };
	const context = viewContext({ picture: { ...SHOP, longMetrics } });
	expect(metricsPane.title(context).at(-1)).toBe('last 30m');
	expect(drawn(metricsPane, context)).toMatch(/^ +05:30 .*05:59$/mu);
});

test('a deployment says what is new in its revision', () => {
	const before = { ...taskDefinition, document: { ...taskDefinition.document, cpu: '512' } };
	const taskDefinitions = { ...SHOP.taskDefinitions, [revision(42)]: { value: before } };
	const context = viewContext({ picture: { ...SHOP, taskDefinitions } });
	expect(drawn(deploymentsPane, context)).toMatch(/Changed from :42 to :43 ─+\s+cpu +512 → 1024/u);
	expect(drawn(eventsPane, context)).toContain('deploy :42 → :43 began: cpu 512 → 1024');
});

test('the service and its tasks say which command checks their containers', () => {
	const healthCheck = { command: ['CMD', 'agent', 'health'], interval: 30, timeout: 5, retries: 3, startPeriod: 0 };
	const agent = { name: 'agent', image: 'agent:7', essential: true, portMappings: [], healthCheck };
	const taskDefinitions = { [revision(43)]: { value: { ...taskDefinition, containerDefinitions: [agent] } } };
	const context = viewContext({ picture: { ...SHOP, taskDefinitions } });
	const words = /check of agent +agent health, every 30s, timeout 5s; unhealthy after 3/u;
	expect(drawn(servicePane, context, 100, 90)).toMatch(words);
	expect(drawn(taskPane, context, 100, 90)).toMatch(words);
});

test('task sets are in place where another controller deploys', () => {
	const set = { id: 'ecs-svc/7', status: 'ACTIVE', taskDefinition: revision(44), desiredCount: 4, runningCount: 1 };
	const taskSets = [{ ...set, pendingCount: 3, stabilityStatus: 'STABILIZING', scalePercent: 25, createdAt: NOW }];
	const services = { [PROD]: { value: { [SERVICE_ARN]: { ...service, deployments: [], taskSets } } } };
	const screen = drawn(deploymentsPane, viewContext({ picture: { ...SHOP, services } }), 198);
	expect(screen).toMatch(/ACTIVE +STABILIZING +checkout:44 .*ecs-svc\/7, 25% of the service/u);
});

test('a text that goes on below says how far', () => {
	const title = (to: number) => {
		const ui = { screens: ['help'], scrolls: { help: to } } as const;
		return helpPane.title(viewContext({ bindings: MANY, pageSize: 4, ui }));
	};
	expect(title(0).at(-1)).toMatch(/^[1-9]\d* more below$/u);
	expect(title(1).slice(-2)).toEqual(['1 more above', expect.stringMatching(/more below$/u)]);
	expect(title(999).at(-1)).toMatch(/^[1-9]\d* more above$/u);
});

test('a filter keeps the lines that have it, and the border shows it', () => {
	const context = viewContext({
		ui: { tables: { service: { cursor: undefined, filter: 'subnet', sort: undefined } } },
	});
	const rows = drawn(servicePane, context).split('\n');
	expect(rows.map((row) => row.trim())).toEqual(['subnets          subnet-0ab1', 'subnet-0ab2']);
	expect(servicePane.title(context)).toEqual(['Service', 'checkout /subnet']);
});

test('a filter of the events that names no column of theirs says so', () => {
	const trouble = (filter: string) =>
		createEventsPane().trouble?.(
			viewContext({ ui: { tables: { events: { cursor: undefined, filter, sort: undefined } } } }),
		);
	expect(trouble('tsk:77aa10')).toBe('no column tsk: date, time, age, kind, event');
	expect(trouble('event:77aa10')).toBeUndefined();
});

test('a filter of the events keeps whole events, not single lines of them', () => {
	const tables = { events: { cursor: undefined, filter: 'stopped', sort: undefined } };
	expect(drawn(eventsPane, viewContext({ ui: { tables } }), 50).split('\n').length).toBeGreaterThan(1);
});

test('all events name their services and come from the shown clusters', () => {
	const context = viewContext({ ui: { allEvents: true, serviceArn: undefined } });
	expect(drawn(eventsPane, context)).toMatch(/event +checkout +has reached a steady state/u);
	expect(eventsPane.topics(context)).toEqual([{ kind: 'services', clusterArn: PROD }]);
	expect(eventsPane.title(context)).toEqual(['Events', 'all services of 1 cluster']);
});

test('a scrolled text begins at its line, and ends with its last page', () => {
	const rowsAt = (line: number) =>
		drawn(helpPane, viewContext({ bindings: MANY, ui: { scrolls: { help: line } } })).split('\n');
	expect(rowsAt(3)[0]).toContain('key 2');
	expect(rowsAt(999).at(-2)).toContain('key 99');
});

const MANY: AllBindings = {
	everywhere: {
		scope: 'Everywhere',
		bindings: Array.from({ length: 100 }, (_, index) => ({
			id: `key.${index}`,
			keys: ['x'],
			label: `key ${index}`,
			run: () => undefined,
		})),
	},
	cover: { scope: 'Full screens', bindings: [] },
	dialog: { scope: 'Dialogs', bindings: [] },
	panes: [],
};
