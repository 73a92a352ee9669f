import { expect, test } from 'vitest';
import { shopServer } from '../shop-server.ts';

const shop = shopServer('health-check');

const MINUTE = 60_000;

test('tells of one service each check, who stands it, and whom it killed with how long it lived', async () => {
	shop.step(8 * MINUTE);
	const { status, stdout } = await shop.run('health checkout --cluster prod');
	expect(stdout).toMatch(
		/^\w+: CMD-SHELL curl .+: every \d+s, timeout \d+s, \d+ retries, .+: UNHEALTHY from \S+ on$/mu,
	);
	expect(stdout).toMatch(/^load balancer \S+ → checkout:8080: .*HTTP \/healthz .+ every \d+s/mu);
	expect(stdout).toMatch(/^ {2}TASK +REVISION +STATUS +TASK HEALTH +STATE$/mu);
	expect(stdout).toMatch(/^killed by checks, as far as ECS remembers: [1-9]\d*$/mu);
	expect(stdout).toMatch(/^ {2}\d{4}-\d\d-\d\dT\S+Z +\w{6} +checkout:\d+ +container +\S+/mu);
	expect(status).toBe(0);
});

test('tells of all services how many are healthy', async () => {
	const { lines } = await shop.run('health');
	expect(lines[0]).toMatch(/^SERVICE +CLUSTER +CONTAINERS +TARGETS +KILLED$/u);
	expect(lines.filter((line) => /^[\w-]+ +prod +[\w-]+ \d\/\d.* +\d\/\d +0$/u.test(line))).not.toEqual([]);
});

test('a script gets it as one document with AWS names and ISO times', async () => {
	shop.step(8 * MINUTE);
	const run = await shop.run('health checkout --cluster prod --json');
	expect(run.json()).toMatchObject({
		serviceName: 'checkout',
		containers: [
			{
				healthCheck: {
					command: expect.arrayContaining([expect.stringContaining('curl')]),
					earliestUnhealthySeconds: expect.any(Number),
				},
				tasks: expect.arrayContaining([
					{
						taskArn: expect.any(String),
						lastStatus: 'RUNNING',
						healthStatus: expect.any(String),
						taskHealthStatus: expect.any(String),
					},
				]),
			},
		],
		targetGroups: [{ targetGroupArn: expect.any(String), healthCheckPath: '/healthz' }],
		kills: expect.arrayContaining([
			expect.objectContaining({ by: 'container', stoppedAt: expect.stringMatching(/Z$/u) }),
		]),
	});
});
