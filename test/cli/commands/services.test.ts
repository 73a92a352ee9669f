import { expect, test } from 'vitest';
import { IRELAND, shopServer, TOKYO } from '../shop-server.ts';

const shop = shopServer();

const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u;

type Document = { readonly services: readonly Readonly<Record<string, unknown>>[] };

test('lists all services of all clusters, the failing ones first', async () => {
	const { status, lines } = await shop.run('services');
	expect(lines[0]).toMatch(/^SERVICE +CLUSTER +TASKS +REVISION +ROLLOUT +STATE +WHY$/u);
	expect(lines).toHaveLength(1 + 40);
	expect(lines[1]).toMatch(/^checkout +prod +\d\/4 +checkout:43 +IN_PROGRESS +failing /u);
	const states = lines.slice(1).map((line) => / (failing|degraded|changing|fine) /u.exec(line)?.[1]);
	const order = ['failing', 'degraded', 'changing', 'fine'];
	expect(states).toEqual(states.toSorted((a, b) => order.indexOf(a ?? '') - order.indexOf(b ?? '')));
	expect(status).toBe(0);
});

test('prints what ecs:DescribeServices calls it, with ISO times, and its attention', async () => {
	const run = await shop.run('services --json --cluster prod');
	const { services } = run.json() as Document;
	const checkout = services.find(({ serviceName }) => serviceName === 'checkout');
	expect(checkout).toMatchObject({
		serviceArn: `arn:aws:ecs:${TOKYO}:111122223333:service/prod/checkout`,
		clusterArn: `arn:aws:ecs:${TOKYO}:111122223333:cluster/prod`,
		desiredCount: 4,
		deploymentController: { type: 'ECS' },
		deploymentConfiguration: { deploymentCircuitBreaker: { enable: expect.any(Boolean) } },
		networkConfiguration: { awsvpcConfiguration: { subnets: expect.any(Array) } },
		deployments: [{ status: 'PRIMARY', createdAt: expect.stringMatching(ISO) }, { status: 'ACTIVE' }],
		attention: { level: 'failing', reason: expect.stringContaining('checkout fails its health check; ECS killed') },
	});
	expect(run.stderr).toBe('');
});

test('judges by what the console judges by: what stopped, how it scales, how busy it is', async () => {
	const { lines } = await shop.run('services --cluster prod');
	const why = (name: string) => lines.find((line) => line.startsWith(`${name} `));
	expect(why('payments')).toMatch(
		/ failing +payments dies after about \d+s: exit 1, application error; 15 tasks died in 15 min/u,
	);
	expect(why('search')).toMatch(/ degraded +at its scaling maximum of 6 with CPU at \d+ %/u);
});

test('needs no other API than that of ECS, and says what its judgement lacks', async () => {
	shop.suffer(
		...['elasticloadbalancing:*', 'application-autoscaling:*', 'cloudwatch:*', 'logs:*', 'sts:*'].map((operation) => ({
			operation,
			accessDenied: true,
		})),
	);
	const { status, lines, stderr } = await shop.run('services');
	expect({ status, count: lines.length }).toEqual({ status: 0, count: 41 });
	for (const lacking of ['scaling: application-', 'metrics: cloudwatch:GetMetricData', 'target health: elasticload'])
		expect(stderr.split(`STATE and WHY are judged without ${lacking}`)).toHaveLength(2);
	expect(stderr).toMatch(/: cloudwatch:GetMetricData failed: \S+: .+\n {2}request id \S+\n {2}Ask for .+\.\n/u);
});

test('tells in the document what a judgement lacks', async () => {
	const all = async () => ((await shop.run('services --json --cluster prod')).json() as Document).services;
	for (const { attention } of await all()) expect(attention).not.toHaveProperty('without');
	shop.suffer({ operation: 'cloudwatch:GetMetricData', accessDenied: true });
	for (const { attention } of await all()) expect(attention).toMatchObject({ without: ['metrics'] });
});

test('counts up on a terminal while services come, and takes the count away', async () => {
	const { stderr } = await shop.run('services', { tty: true });
	expect(stderr).toContain('\r40 services …\r\u001B[K');
	expect(stderr.endsWith('\r40 of 40 services judged …\r\u001B[K')).toBe(true);
});

test('shows no progress where stderr is no terminal', async () => {
	expect((await shop.run('services')).stderr).toBe('');
});

test('lists the services of the region that answers', async () => {
	shop.lockIreland();
	const { status, lines, stderr } = await shop.run('services');
	expect(lines).toHaveLength(1 + 32);
	expect(stderr).toContain(`${IRELAND} is missing from this list`);
	expect(status).toBe(3);
});
