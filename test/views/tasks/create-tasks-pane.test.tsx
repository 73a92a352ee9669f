import { renderToString } from 'ink';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { plainText } from '../../../src/components/segment.ts';
import type { Task } from '../../../src/model/task.ts';
import type { ViewContext } from '../../../src/views/pane.ts';
import { createTasksPane } from '../../../src/views/tasks/create-tasks-pane.tsx';
import { healthCell } from '../../../src/views/tasks/health-cell.ts';
import { countTasks } from '../../../src/views/tasks/count-tasks.ts';
import { taskColumns } from '../../../src/views/tasks/task-columns.ts';
import { INITIAL_TABLE } from '../../../src/views/ui-state.ts';
import { aTask } from '../../fixtures/a-service.ts';
import { shopPicture } from '../../fixtures/shop-picture.ts';
import { CHECKOUT_TASKS } from '../../fixtures/shop-task.ts';
import { NIGHT, PROD, serviceArn } from '../../fixtures/shop.ts';
import { THEME } from '../../fixtures/theme.ts';
import { viewContext } from '../view-context.ts';

function row(id: string): Readonly<Record<string, string>> {
	const task = CHECKOUT_TASKS.find(({ taskArn }) => taskArn.includes(`/${id}`));
	if (!task) throw new Error(`no task ${id}`);
	const columns = taskColumns({ theme: THEME, now: NIGHT });
	return Object.fromEntries(columns.map(({ id: column, cell }) => [column, plainText(cell(task, 80))]));
}

describe('a row of the tasks table', () => {
	test('names the container that fails its check', () => {
		expect(row('3f2a1b')).toMatchObject({
			state: 'RUNNING',
			health: '✖ app',
			rev: ':43',
			az: '1a',
			age: '2m',
			why: '',
		});
	});

	test('does not repeat the name of the service', () => {
		const tasks = CHECKOUT_TASKS.map((task) => ({
			...task,
			containers: task.containers.map((one) => ({ ...one, name: one.name === 'app' ? 'checkout' : one.name })),
		}));
		const [failing] = tasks.filter(({ taskArn }) => taskArn.includes('/3f2a1b'));
		expect(failing && plainText(healthCell(failing, 8, THEME))).toBe('✖');
		expect(table(52, tasks)).not.toContain('(checkout)');
	});

	test('says in words why a task stopped', () => {
		expect(row('77aa10')).toMatchObject({ state: 'STOPPED', health: 'exit 137', age: '40s' });
		expect(row('77aa10')['why']).toMatch(/failed its container health check/u);
		expect(row('a41b9c')).toMatchObject({ health: 'OOM' });
		expect(row('a41b9c')['why']).toMatch(/out of memory, limit 512 MiB/u);
	});

	test('leaves out the exit code that a routine stop brings with it', () => {
		const [dead] = CHECKOUT_TASKS.filter(({ taskArn }) => taskArn.includes('/77aa10'));
		if (!dead) throw new Error('no dead task');
		const containers = dead.containers.map((one) => ({ ...one, exitCode: 143 }));
		const replaced = { ...dead, containers, stoppedReason: 'Scaling activity initiated by (deployment ecs-svc/1)' };
		expect(plainText(healthCell(replaced, 8, THEME))).toBe('-');
		expect(plainText(healthCell({ ...replaced, containers: dead.containers }, 8, THEME))).toBe('-');
		expect(plainText(healthCell({ ...dead, containers }, 8, THEME))).toBe('exit 143');
	});

	test('claims no health where AWS knows none', () => {
		expect(row('5d10fe')['health']).toBe('-');
	});
});

/** The tasks drawn in a table of so many cells. */
function table(width: number, tasks: readonly Task[]): string {
	const { Body } = createTasksPane();
	const value = Object.fromEntries(tasks.map((task) => [task.taskArn, task]));
	const picture = { ...shopPicture(), tasks: { [serviceArn('checkout')]: { value, readAt: NIGHT } } };
	const context = viewContext({ picture, now: NIGHT, ui: { serviceArn: serviceArn('checkout') } });
	const body = <Body context={context} width={width} height={12} focused />;
	return stripVTControlCharacters(renderToString(body, { columns: width }));
}

// What is inside the tasks pane of terminals of 120, 160, 200 and 80 columns.
test.each([
	[54, 'failed check'],
	[70, 'failed check (app)'],
	[86, 'failed its container health check'],
	[78, 'failed check (app)'],
])('in %d cells the reason is read whole: %s', (width, words) => {
	const states = ['DEPROVISIONING', 'DEACTIVATING', 'ACTIVATING', 'PROVISIONING'];
	const turning = CHECKOUT_TASKS.slice(0, 4).map((task, index) => ({ ...task, lastStatus: states[index] ?? '' }));
	const screen = table(width, [...turning, ...CHECKOUT_TASKS.slice(4)]);
	expect(screen).toContain(`  ${words}`);
	expect(screen).toMatch(/DEPROVIS(?:IONING)? /u);
	expect(screen).toMatch(/DEACTIV(?:ATING)? /u);
	expect(screen).not.toContain('VIS…');
});

test('the narrowest table beside the services has room for revision, age and the exit code', () => {
	const heading = table(54, CHECKOUT_TASKS).split('\n')[0];
	expect(heading?.trim().split(/ +/u)).toEqual(['TASK', 'STATE', 'HEALTH', 'REV', 'AGE', 'WHY']);
	expect(table(54, CHECKOUT_TASKS)).toMatch(/STOPPED +137 /u);
});

test('the exit code is said once', () => {
	const [running] = CHECKOUT_TASKS.filter(({ taskArn }) => taskArn.includes('/9c01de'));
	if (!running) throw new Error('no running task');
	const containers = running.containers.map((one) => ({ ...one, exitCode: 1 }));
	const stop = { lastStatus: 'STOPPED', stopCode: 'EssentialContainerExited' };
	const screen = table(86, [{ ...running, ...stop, containers }]);
	expect(screen).toMatch(/exit 1 .* {2}application error/u);
	expect(screen.match(/exit 1/gu)).toHaveLength(1);
});

test('a healthy task is not painted green', () => {
	const [healthy] = CHECKOUT_TASKS.filter(({ healthStatus }) => healthStatus === 'HEALTHY');
	expect(healthy && healthCell(healthy, 8, THEME)).toEqual([{ text: '✔', color: THEME.dim }]);
});

test('counts what runs, what is to come, what is on its way down and what stopped', () => {
	expect(countTasks(CHECKOUT_TASKS)).toBe('2 run 2 start 4 stop');
	expect(countTasks(CHECKOUT_TASKS.slice(0, 2))).toBe('2 run');
	const ending = ['DEACTIVATING', 'STOPPING', 'DEPROVISIONING'].map((lastStatus) =>
		aTask('checkout', '1', { lastStatus }),
	);
	expect(countTasks([...CHECKOUT_TASKS, ...ending])).toBe('2 run 2 start 3 ending 4 stop');
});

describe('the tasks pane', () => {
	const shop = (filter = '') =>
		viewContext({
			picture: shopPicture(),
			now: NIGHT,
			ui: { serviceArn: serviceArn('checkout'), tables: { tasks: { ...INITIAL_TABLE, filter } } },
		});

	test('follows the selected service', () => {
		const pane = createTasksPane();
		expect(pane.title(shop())).toEqual(['Tasks', 'checkout', '2 run 2 start 4 stop']);
		expect(pane.topics(shop())).toEqual([{ kind: 'tasks', serviceArn: serviceArn('checkout') }]);
	});

	test('names the cluster where several are shown', () => {
		const context = shop('oom');
		const others = { ...context, ui: { ...context.ui, clusterArns: [PROD, PROD.replace('prod', 'search')] } };
		expect(createTasksPane().title(others)).toEqual(['Tasks', 'checkout in prod /oom', '2 run 2 start 4 stop']);
	});

	test('finds tasks by why they stopped', () => {
		expect(
			createTasksPane()
				.rows(shop('why:memory'))
				.map(({ taskArn }) => taskArn.slice(-12)),
		).toEqual(['a41b9c0d8e7f']);
	});

	test('blames the filter for an empty table only where there are tasks', () => {
		const { Body } = createTasksPane();
		const drawn = (context: ViewContext) =>
			renderToString(<Body context={context} width={80} height={5} focused />, { columns: 80 });
		expect(drawn(shop('nowhere'))).toContain('None of 8 tasks matches the filter /nowhere.');
		const picture = { ...shopPicture(), tasks: { [serviceArn('checkout')]: { value: {}, readAt: NIGHT } } };
		expect(drawn({ ...shop('nowhere'), picture })).toContain('No tasks: none is running');
	});

	test('asks for nothing while nothing is selected', () => {
		expect(createTasksPane().topics(viewContext({ ui: { serviceArn: undefined } }))).toEqual([]);
	});
});
