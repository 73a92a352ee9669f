import { renderToString } from 'ink';
import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import type { HealthFlip } from '../../../src/model/health-flip.ts';
import type { Picture } from '../../../src/store/picture.ts';
import { safeText } from '../../../src/model/safe-text.ts';
import type { ViewContext } from '../../../src/views/pane.ts';
import { INITIAL_TABLE } from '../../../src/views/ui-state.ts';
import { healthPane } from '../../../src/views/health/health-pane.ts';
import { taskDefinition } from '../../fixtures/checkout-settings.ts';
import { NOW, revision, runningTask, SERVICE_ARN, task, TASK_ARN } from '../../fixtures/checkout.ts';
import { MINUTE } from '../../fixtures/shop.ts';
import { SHOP, viewContext } from '../view-context.ts';

const healthCheck = {
	command: ['CMD-SHELL', 'curl -f http://localhost:8080/healthz'],
	interval: 30,
	timeout: 5,
	retries: 3,
	startPeriod: 60,
};
const app = { name: 'app', image: 'checkout:2', essential: true, portMappings: [] };

const flip = { kind: 'container', serviceArn: SERVICE_ARN, taskArn: runningTask.taskArn, container: 'app' } as const;
const flips: readonly HealthFlip[] = [
	{ ...flip, at: NOW - 8 * MINUTE, before: 'UNKNOWN', after: 'HEALTHY' },
	{ ...flip, at: NOW - 2 * MINUTE, before: 'HEALTHY', after: 'UNHEALTHY' },
];

const sick = {
	...runningTask,
	healthStatus: 'UNHEALTHY',
	containers: runningTask.containers.map((one) => ({ ...one, healthStatus: 'UNHEALTHY' })),
};

const source = { region: '', group: '', stream: '', container: 'app', taskArn: TASK_ARN };
const lines = [
	{ eventId: '', timestamp: NOW - 8 * MINUTE, ingestedAt: 0, source, text: safeText('listening on 0.0.0.0:8081') },
];

const picture = {
	...SHOP,
	tasks: { [SERVICE_ARN]: { value: { [TASK_ARN]: task, [sick.taskArn]: sick }, readAt: NOW } },
	taskDefinitions: {
		[revision(43)]: { value: { ...taskDefinition, containerDefinitions: [{ ...app, healthCheck }] }, readAt: NOW },
		[revision(42)]: {
			value: {
				...taskDefinition,
				taskDefinitionArn: revision(42),
				revision: 42,
				containerDefinitions: [
					{ ...app, healthCheck },
					{ ...app, name: 'agent', essential: false },
				],
			},
			readAt: NOW,
		},
	},
	flips: { [SERVICE_ARN]: flips },
	lastLines: { [TASK_ARN]: { value: lines, readAt: NOW } },
};

function on(cursor?: string, shown: Picture = picture): ReturnType<typeof viewContext> {
	return viewContext({
		picture: shown,
		ui: { screens: ['health'], tables: { health: { ...INITIAL_TABLE, cursor } } },
		pageWidth: 98,
	});
}

function drawn(context: ViewContext, width = 98): string {
	const body = <healthPane.Body context={context} width={width} height={40} focused />;
	return stripVTControlCharacters(renderToString(body, { columns: width })).replaceAll(/ +$/gmu, '');
}

test('tells how each check is made, how each task stands it, and whom it has killed', () => {
	expect(drawn(on())).toMatchInlineSnapshot(`
		"▌ app of :43, :42  CMD-SHELL curl -f http://localhost:8080/healthz
		▌ every 30s, 5s each, 3 misses, first 60s free → UNHEALTHY from 2m on
		▌ TASK    REV  STATUS       SINCE  LAST HOUR     TASK HEALTH
		  9c01de  :42  ✖ UNHEALTHY     2m            ✔✖  UNHEALTHY

		  load balancer checkout-tg  → app:8080
		  checks HTTP /healthz on the traffic port every 30s, timeout 5s; expects 200-299; healthy after
		  5, unhealthy after 2 in a row
		  TARGET          TASK    STATE        SINCE  LAST HOUR     WHY
		  10.0.3.42:8080  -       ✖ unhealthy      -                it answers with a status code the
		                                                            health check does not accept ·
		                                                            Target.ResponseCodeMismatch · Health
		                                                            checks failed with these codes: [502]
		  10.0.3.40:8080  9c01de    healthy        -

		  agent has no health check in the task definition: ECS does not look at an image's own
		  HEALTHCHECK

		  killed by checks  1 task in the last 7m
		  11:57:10  77aa10 of :43 failed its container check (app), lived 2m (grace 60s, first 60s free) ·
		            said last: listening on 0.0.0.0:8081"
	`);
});

test('says of the load balancer what may not be read, and why', () => {
	const denied = (operation: string) => ({
		failure: {
			kind: 'denied' as const,
			service: 'elasticloadbalancing',
			operation,
			code: 'AccessDenied',
			message: 'not authorized',
			next: `Ask for the IAM permission elasticloadbalancing:${operation}.`,
			since: NOW,
		},
	});
	const arns = Object.keys(picture.targetHealth);
	const screen = drawn(
		on(undefined, {
			...picture,
			targetGroups: Object.fromEntries(arns.map((arn) => [arn, denied('DescribeTargetGroups')])),
			targetHealth: Object.fromEntries(arns.map((arn) => [arn, denied('DescribeTargetHealth')])),
		}),
	);
	expect(screen).toContain('how it checks: not known: no permission elasticloadbalancing:DescribeTargetGroups');
	expect(screen).toContain('its targets: not known: no permission elasticloadbalancing:DescribeTargetHealth');
});

test('nothing of it is lost in a narrow terminal', () => {
	const words = drawn(on(), 62).replaceAll(/\s+/gu, ' ');
	for (const part of ['first 60s free', 'Target.ResponseCodeMismatch', 'listening on 0.0.0.0:8081', '10.0.3.42:8080'])
		expect(words).toContain(part);
});

test('a target opens its task, a killed task its log at that moment', () => {
	const open = (key: string) => {
		const context = on(key);
		healthPane.bindings.find(({ id }) => id === 'health.pick')?.run(context);
		return context.actions.filter(({ type }) => type !== 'select-service');
	};
	const [target] = SHOP.services ? [`group ${Object.keys(SHOP.targetHealth)[0]} 10.0.3.40:8080`] : [];
	expect(open(target ?? '')).toEqual([
		{ type: 'select-task', taskArn: sick.taskArn },
		{ type: 'open', screen: 'task' },
	]);
	expect(open(`kill ${TASK_ARN}`)).toMatchObject([
		{ type: 'select-task', taskArn: TASK_ARN },
		{ type: 'logs', logs: { oneTask: true, bottom: { timestamp: NOW - 7 * MINUTE + 5_000 } } },
		{ type: 'open', screen: 'logs' },
	]);
});
