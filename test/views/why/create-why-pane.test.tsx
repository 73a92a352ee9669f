import { renderToString } from 'ink';
import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import type { Finding } from '../../../src/diagnosis/finding.ts';
import type { ViewContext } from '../../../src/views/pane.ts';
import { INITIAL_TABLE, type UiState } from '../../../src/views/ui-state.ts';
import { createWhyPane } from '../../../src/views/why/create-why-pane.ts';
import { aFinding } from '../../fixtures/a-finding.ts';
import { TASK_ARN } from '../../fixtures/checkout.ts';
import { serviceArn } from '../../fixtures/shop.ts';
import { viewContext } from '../view-context.ts';

const other = aFinding({ id: 'container-oom', serviceArns: [serviceArn('search')], sentence: 'app ran out of memory' });

function why(findings: readonly Finding[] = [aFinding(), other]) {
	return createWhyPane(() => findings);
}

function on(cursor?: string, ui: Partial<UiState> = {}) {
	return viewContext({
		pageWidth: 98,
		ui: { screens: ['why'], tables: { why: { ...INITIAL_TABLE, cursor } }, ...ui },
	});
}

function drawn(context: ViewContext, width = 98, findings?: readonly Finding[]): string {
	const { Body } = why(findings);
	const body = <Body context={context} width={width} height={30} focused />;
	return stripVTControlCharacters(renderToString(body, { columns: width })).replaceAll(/ +$/gmu, '');
}

function pick(context: ViewContext): void {
	why()
		.bindings.find(({ id }) => id === 'why.pick')
		?.run(context);
}

test('a finding is told with its evidence, where that was read, what it is not, and what to do', () => {
	expect(drawn(on())).toMatchInlineSnapshot(`
		"▌ ✖ app fails its health check on every task of :43
		▌   high · since 12:02:10 · high confidence · container-healthcheck-failed
		         [R]  Roll back to :42
		              deckwatch rollback checkout --to 42
		           →  Look at the definition
		              aws ecs describe-task-definition --task-definition checkout:43
		    12:03:10  task 77aa10 stopped: Task failed container health checks           ecs:DescribeTasks
		              its check: curl -f http://localhost:8080/healthz          ecs:DescribeTaskDefinition
		              Not the image: all tasks of :43 pulled it"
	`);
});

test('in a narrow terminal nothing of it is lost but the names of the calls', () => {
	const screen = drawn(on(), 60);
	expect(screen).not.toContain('ecs:DescribeTasks');
	expect(screen.replaceAll(/\s+/gu, ' ')).toContain('task 77aa10 stopped: Task failed container health checks');
	expect(screen).toContain('[R]  Roll back to :42');
});

test('a piece of evidence opens where it is to be seen', () => {
	const context = on('container-healthcheck-failed evidence 0');
	pick(context);
	expect(context.actions).toEqual([
		{ type: 'select-task', taskArn: TASK_ARN },
		{ type: 'open', screen: 'task' },
	]);
});

test('a step opens what its key opens; one without a key copies its command', () => {
	const rollback = on('container-healthcheck-failed next 0');
	pick(rollback);
	expect(rollback.asked).toEqual([['act', { verb: 'rollback' }]]);
	const command = on('container-healthcheck-failed next 1');
	pick(command);
	expect(command.asked).toEqual([['copy', 'aws ecs describe-task-definition --task-definition checkout:43']]);
});

test('of all services each finding has its line, and opens', () => {
	const context = on(`${serviceArn('search')} container-oom`, { allFindings: true });
	expect(drawn(context)).toMatchInlineSnapshot(`
		"  ✖ checkout  2m  app fails its health check on every task of :43
		▌ ✖ search    2m  app ran out of memory"
	`);
	pick(context);
	expect(context.actions).toEqual([
		{
			type: 'open-finding',
			serviceArn: serviceArn('search'),
			id: 'container-oom',
			row: `${serviceArn('search')} container-oom`,
		},
	]);
});

test('the list of all services says in columns whom a finding is about, and names them all where they are many', () => {
	const shared = aFinding({
		id: 'x-dependency-outage',
		serviceArns: ['cart', 'checkout', 'search'].map(serviceArn),
		sentence:
			'the checks of cart, checkout and search began to fail within 1m: something that they share, or the network',
	});
	const context = on(undefined, { allFindings: true });
	expect(drawn(context, 62, [shared, other])).toMatchInlineSnapshot(`
		"▌ ✖ 3 services  2m  the checks of cart, checkout and search
		▌                   began to fail within 1m: something that
		▌                   they share, or the network
		▌                   cart, checkout, search
		  ✖ search      2m  app ran out of memory"
	`);
});

test('its border counts what is found', () => {
	expect(why().title(on())).toEqual(['Why', 'checkout', '1 finding']);
	expect(why().title(on(undefined, { allFindings: true }))).toEqual(['Why', 'all services', '2 findings']);
});

test('where nothing is found it says so, and where to look', () => {
	expect(drawn(on(), 98, [other])).toMatch(
		/Nothing is found wrong with checkout\.[^]*A looks at all services; e shows what happened lately\./u,
	);
});
