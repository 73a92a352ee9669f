import { expect, test } from 'vitest';
import { shopServer } from '../shop-server.ts';

const shop = shopServer();

test('shows the deployments in place and, under them, those of the past', async () => {
	const { status, stdout } = await shop.run('deployments checkout');
	const [current, past] = stdout.split('\n\n');
	expect(current).toMatch(
		/^DEPLOYMENT +STATUS +REVISION +RUNNING +PENDING +FAILED +AGE +ROLLOUT +REASON\necs-svc\/\d+ +PRIMARY +checkout:43 /u,
	);
	expect(past).toMatch(
		/^STARTED +STATUS +TO +FROM +REASON\n2026-03-14T1\d:\d\d:\S+Z +IN_PROGRESS +checkout:43 +checkout:42/u,
	);
	expect(status).toBe(0);
});

test('gives the reason that tells something: what the newest failed task stopped for, not the state once more', async () => {
	const { lines } = await shop.run('deployments checkout');
	expect(lines[1]).toMatch(/ IN_PROGRESS +newest failed task: failed its container health check/u);
	expect(lines[2]).toMatch(/ COMPLETED$/u);
});

test('tells what it can of the reason when the tasks may not be read, and says so', async () => {
	shop.suffer({ operation: 'ecs:ListTasks', accessDenied: true });
	const { status, lines, stderr } = await shop.run('deployments checkout');
	expect(lines[1]).toMatch(/ IN_PROGRESS$/u);
	expect(stderr).toContain('REASON is told without stopped tasks: ');
	expect(status).toBe(0);
});

test('prints both in one document', async () => {
	const run = await shop.run('deployments checkout --json');
	expect(run.json()).toMatchObject({
		deployments: [{ status: 'PRIMARY', failedTasks: expect.any(Number), createdAt: expect.stringMatching(/Z$/u) }, {}],
		serviceDeployments: [
			{
				status: 'IN_PROGRESS',
				targetTaskDefinition: expect.stringContaining('checkout:43'),
				deploymentCircuitBreaker: { failureCount: expect.any(Number), threshold: expect.any(Number) },
				startedAt: expect.stringMatching(/Z$/u),
			},
			expect.anything(),
			expect.anything(),
		],
	});
});

test('shows those in place when those of the past may not be read, and says so', async () => {
	shop.suffer(
		{ operation: 'ecs:ListServiceDeployments', accessDenied: true },
		{ operation: 'ecs:ListTasks', latencyMs: 100 },
	);
	const { status, stdout, stderr } = await shop.run('deployments checkout');
	expect(stdout).toContain('PRIMARY');
	expect(stderr).toContain('Ask for the IAM permission ecs:ListServiceDeployments');
	expect(status).toBe(3);
});

test('prints no half document then', async () => {
	shop.suffer({ operation: 'ecs:ListServiceDeployments', accessDenied: true });
	expect(await shop.run('deployments checkout --json')).toMatchObject({ status: 3, stdout: '' });
});

test('prints nothing in one document without those of the past, and says so', async () => {
	shop.suffer({ operation: 'ecs:ListServiceDeployments', accessDenied: true });
	const { status, stdout, stderr } = await shop.run('deployments checkout --json');
	expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
	expect(stderr).toMatch(
		/^deckwatch: nothing is printed, since past deployments cannot be read; --json prints all or nothing\.\n/u,
	);
});
