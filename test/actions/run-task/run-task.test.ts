import { describe, expect, test } from 'vitest';
import { runTask } from '../../../src/actions/run-task/run-task.ts';
import type { RunTaskInput } from '../../../src/actions/run-task/run-task-input.ts';
import { wellBehaved } from '../../../src/drydock/world/behaviour.ts';
import { actingShop, CLUSTER } from '../shop.ts';
import { sufferFaults } from '../suffer-faults.ts';

const TOKEN = '0f6d2c9e-6a35-4b8e-9d57-2f1f6f0f9a11';
const input = (changes: Partial<RunTaskInput> = {}): RunTaskInput => ({
	command: ['sh', '-c', 'echo migrating; sleep 5'],
	token: TOKEN,
	...changes,
});
const texts = ({ remarks }: { readonly remarks: readonly { readonly level: string; readonly text: string }[] }) =>
	remarks.map(({ level, text }) => `${level}: ${text}`);

describe('a task that is run', () => {
	test('is a copy of those of the service, under a name and a token of its own', async () => {
		const shop = actingShop();
		const plan = await shop.plan(
			runTask,
			'cart',
			input({ environment: { MODE: 'once' }, cpu: '1 vCPU', memory: '2 GB' }),
		);
		const [service] = await shop.aws.describeServices(CLUSTER, ['cart']);
		expect(plan.changes).toEqual([
			{
				name: 'ecs:RunTask',
				region: 'ap-northeast-1',
				input: {
					cluster: CLUSTER,
					taskDefinition: service?.taskDefinition,
					count: 1,
					startedBy: 'deckwatch/0f6d2c9e',
					clientToken: TOKEN,
					launchType: 'FARGATE',
					platformVersion: service?.platformVersion,
					enableExecuteCommand: true,
					networkConfiguration: { awsvpcConfiguration: service?.network },
					overrides: {
						containerOverrides: [
							{
								name: 'cart',
								command: ['sh', '-c', 'echo migrating; sleep 5'],
								environment: [{ name: 'MODE', value: 'once' }],
							},
						],
						cpu: '1024',
						memory: '2048',
					},
				},
			},
		]);
		expect(plan.differences).toEqual([
			{ what: 'task beside the service', before: '-', after: 'cart:88' },
			{ what: 'cart command', before: 'that of its image', after: 'sh -c "echo migrating; sleep 5"' },
			{ what: 'cart environment MODE', before: '-', after: '•••' },
			{ what: 'cpu', before: '512', after: '1024' },
			{ what: 'memory', before: '1024', after: '2048' },
		]);
	});

	test('is followed to its end, with what it writes, and is done when its container ends with 0', async () => {
		const shop = actingShop();
		const plan = await shop.plan(runTask, 'cart', input());
		const { progress, outcome } = await shop.carryOut(runTask, plan);
		expect(outcome).toMatchObject({
			state: 'done',
			text: expect.stringMatching(/^[\da-f]{6} has ended: cart exit 0 after \d+s\.$/u),
		});
		const said = progress.flatMap((step) => (step.kind === 'progress' ? [step.text] : []));
		expect(said.filter((line) => line.includes('│'))).toEqual(['  cart │ migrating']);
		expect(said.map((line) => line.replace(/^[\da-f]{6} /u, ''))).toEqual(
			expect.arrayContaining(['PROVISIONING', 'PENDING', 'RUNNING', 'DEPROVISIONING']),
		);
		expect(shop.sent()).toEqual(['RunTask']);
	});

	test('has failed when its container ends with something else: with the code and its last words', async () => {
		const shop = actingShop();
		const plan = await shop.plan(runTask, 'cart', input({ command: ['sh', '-c', 'echo migrating; exit 3'] }));
		const { outcome } = await shop.carryOut(runTask, plan);
		const lines = 'text' in outcome ? outcome.text.split('\n') : [];
		expect(outcome).toMatchObject({ state: 'failed' });
		expect(lines[0]).toMatch(
			/^[\da-f]{6} is stopped: EssentialContainerExited · Essential container in task exited · cart exit 3\.$/u,
		);
		expect(lines.slice(1)).toEqual(['  cart │ migrating', '  cart │ command failed with exit code 3']);
	});

	test('has failed when it was stopped before its container had ended, however well that took it', async () => {
		const shop = actingShop();
		shop.drydock.world.behaviours.set('cart', { ...wellBehaved, sigterm: { seconds: 2, code: 0 } });
		const plan = await shop.plan(runTask, 'cart', input({ command: ['sleep', '900'] }));
		const { clusterArn: cluster, region } = plan.subject;
		const { outcome } = await shop.carryOut(runTask, plan, {
			wait: async (ms) => {
				shop.drydock.control.step(ms);
				const [task] = await shop.aws.tasksStartedBy(CLUSTER, 'deckwatch/0f6d2c9e');
				if (task?.lastStatus !== 'RUNNING') return;
				const stop = { cluster, task: task.taskArn, reason: 'wrong table' };
				await shop.aws.change({ name: 'ecs:StopTask', region, input: stop }, plan.subject);
			},
		});
		expect(outcome).toMatchObject({
			state: 'failed',
			text: expect.stringMatching(/^[\da-f]{6} is stopped: UserInitiated · wrong table · cart exit 0\./u),
		});
	});

	test('and left alone is done as soon as it runs', async () => {
		const shop = actingShop();
		const plan = await shop.plan(runTask, 'cart', input({ command: ['sleep', '900'], detach: true }));
		const { outcome } = await shop.carryOut(runTask, plan);
		expect(outcome).toMatchObject({
			state: 'done',
			text: expect.stringMatching(/^[\da-f]{6} runs\.$/u),
			next: expect.stringMatching(/^`deckwatch stop-task [\da-f]{6}` ends it\.$/u),
		});
	});

	test('goes on when the time is up, and it is said how to end it', async () => {
		const shop = actingShop();
		const plan = await shop.plan(runTask, 'cart', input({ command: ['sleep', '3600'] }));
		const { outcome } = await shop.carryOut(runTask, plan, { until: shop.hands.now() + 120_000 });
		expect(outcome).toMatchObject({
			state: 'timed-out',
			text: expect.stringMatching(/^Task [\da-f]{6} of cart:88 is started, but the time is up: [\da-f]{6} RUNNING\.$/u),
			next: expect.stringMatching(/^It goes on: `deckwatch stop-task [\da-f]{6}` ends it\.$/u),
		});
	});

	test('can be followed without a permission to read its log, which is said once', async () => {
		const shop = actingShop();
		const plan = await shop.plan(runTask, 'cart', input());
		shop.drydock.dispatcher.setFaults([{ operation: 'logs:*', accessDenied: true }]);
		const { progress, outcome } = await shop.carryOut(runTask, plan);
		expect(outcome).toMatchObject({ state: 'done' });
		expect(progress.filter((step) => 'text' in step && step.text.includes('log'))).toEqual([
			{ kind: 'progress', text: 'its log: no permission to look (logs:FilterLogEvents)' },
		]);
	});

	test('hides the values of variables in the audit log and in the call', async () => {
		const shop = actingShop();
		const { changeText } = await import('../../../src/actions/change-text.ts');
		const plan = await shop.plan(runTask, 'cart', input({ environment: { TOKEN: 'hunter2' } }));
		await shop.carryOut(runTask, plan);
		expect(JSON.stringify(shop.audit)).toContain('TOKEN');
		expect(JSON.stringify(shop.audit)).not.toContain('hunter2');
		expect(plan.changes.map(changeText).join()).toContain('TOKEN');
		expect(plan.changes.map(changeText).join()).not.toContain('hunter2');
	});
});

describe('is refused', () => {
	test.each<readonly [string, Partial<RunTaskInput>, string]>([
		['for a container that is not there', { container: 'web' }, 'There is no container web.'],
		['for what is no size', { cpu: 'lots' }, '"lots" is no cpu.'],
		['for a size that Fargate does not have', { memory: '512' }, 'Fargate has no 512 MiB with 512 CPU units'],
	])('%s', async (_, changes, words) => {
		const planned = await actingShop().tryPlan(runTask, 'cart', input(changes));
		expect(planned).toMatchObject({ refused: expect.stringContaining(words) });
	});

	test('for a revision that was deregistered', async () => {
		const shop = actingShop();
		for (const definition of shop.drydock.world.taskDefinitions.values()) definition.status = 'INACTIVE';
		expect(await shop.tryPlan(runTask, 'cart', input())).toMatchObject({
			refused: 'cart:88 is INACTIVE: ECS starts nothing from it.',
		});
	});
});

test('says that without a command it does what the service does', async () => {
	const { command: _, ...without } = input();
	const plan = await actingShop().plan(runTask, 'cart', without);
	expect(texts(plan)).toContain('warning: no command is given: it does what the service does, and ends when that ends');
});

sufferFaults({
	action: runTask,
	calls: ['ecs:RunTask'],
	mayComeLate: true,
	open: async () => {
		const shop = actingShop();
		return { shop, plan: await shop.plan(runTask, 'cart', input()) };
	},
});
