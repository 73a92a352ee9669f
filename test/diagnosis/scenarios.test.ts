import { describe, expect, test } from 'vitest';
import { MINUTE } from '../fixtures/shop.ts';
import { judgedWorld } from './judged-world.ts';
import { stepsBack } from './steps-back.ts';

type Expected = {
	readonly scenario: string;
	readonly service: string;
	/** Of world time. */
	readonly minutes: number;
	readonly id: string;
	/** The container, port, secret, revision, alarm or platform version that it has to name. */
	readonly names: readonly RegExp[];
};

/** What a person on call is to be told first. */
const FIRST: readonly Expected[] = [
	{
		scenario: 'port-conflict',
		service: 'web',
		minutes: 5,
		id: 'x-deploy-deadlock-port',
		names: [/1 more m5\.large/u, /port 80\b/u, /min 100 %/u],
	},
	{
		scenario: 'no-room',
		service: 'checkout',
		minutes: 2,
		id: 'x-capacity-plan',
		names: [/1 more m5\.large/u, /2 tasks of 256 CPU units and 1 GB/u, /prod-ecs is at its maximum of 2/u],
	},
	{
		scenario: 'no-room',
		service: 'reports',
		minutes: 2,
		id: 'x-capacity-plan',
		names: [/1 task of 256 CPU units and 6 GB/u],
	},
	{
		scenario: 'sidecar',
		service: 'checkout',
		minutes: 2,
		id: 'x-sidecar-took-task-down',
		names: [/^datadog-agent takes checkout down with it: failed its container health check/u],
	},
	{
		scenario: 'health-check',
		service: 'checkout',
		minutes: 2,
		id: 'x-port-mismatch',
		names: [/checkout listens on 8081/u, /ask port 8080/u],
	},
	{
		scenario: 'grace',
		service: 'catalog',
		minutes: 2,
		id: 'x-grace-too-short',
		names: [/kills catalog before it is up/u, /it takes 1m\d\ds, and no grace period is set$/u],
	},
	{
		scenario: 'secret-denied',
		service: 'checkout',
		minutes: 2,
		id: 'x-secret-arn',
		names: [/^checkout-execution may not read/u, /prod\/checkout\/payment_api_key/u, /PAYMENT_API_KEY of checkout/u],
	},
	{
		scenario: 'no-route',
		service: 'checkout',
		minutes: 2,
		id: 'x-no-route',
		names: [/subnet-\w+ do not get to Amazon ECR/u, /assignPublicIp is DISABLED/u],
	},
	{ scenario: 'no-route', service: 'orders', minutes: 2, id: 'x-no-route', names: [/Secrets Manager/u] },
	{ scenario: 'bad-image', service: 'checkout', minutes: 2, id: 'image-not-found', names: [/\/checkout:44\b/u] },
	{
		scenario: 'oom',
		service: 'recommendations',
		minutes: 2,
		id: 'container-oom',
		names: [/^recommendations ran out of memory, limit 512 MiB/u],
	},
	...[0, 2, 5].map((minutes) => ({
		scenario: 'cpu-zero',
		service: 'search',
		minutes,
		id: 'x-cpu-zero',
		names: [/^search has no CPU of its own \(cpu 0\) beside log-router with 256/u],
	})),
	{
		scenario: 'cpu-ceiling',
		service: 'search',
		minutes: 2,
		id: 'x-autoscale-maxed',
		names: [/maximum of 6/u, /target 60 %/u],
	},
	{
		scenario: 'two-loops',
		service: 'search',
		minutes: 2,
		id: 'x-ec2-autoscaling-mismatch',
		names: [/instance scaling is stuck, prod-ecs is at its maximum of 3; needs 1 more m5\.large/u],
	},
	{
		scenario: 'two-loops',
		service: 'catalog',
		minutes: 5,
		id: 'x-ec2-autoscaling-mismatch',
		names: [/service scaling wants 10 tasks, 3 run/u],
	},
	{
		scenario: 'subnet-full',
		service: 'checkout',
		minutes: 2,
		id: 'x-subnet-ip',
		names: [/no free address in subnet-\w+, subnet-\w+ and subnet-\w+$/u],
	},
	{
		scenario: 'bad-deploy',
		service: 'checkout',
		minutes: 2,
		id: 'x-circuit-breaker',
		names: [/^rolled back to :42: tasks failed to start; the last task: exit 1/u],
	},
	{
		scenario: 'blue-green',
		service: 'checkout',
		minutes: 5,
		id: 'deployment-alarm',
		names: [/^rolled back to :42: alarm checkout-5xx fired/u],
	},
	{
		scenario: 'blue-green',
		service: 'checkout',
		minutes: 2,
		id: 'deployment-stage',
		names: [/^canary of :43: .*10 % of the traffic/u],
	},
	{
		scenario: 'blue-green',
		service: 'cart',
		minutes: 2,
		id: 'deployment-paused',
		names: [/:89 waits for your go-ahead/u],
	},
	{
		scenario: 'platform-version',
		service: 'checkout',
		minutes: 2,
		id: 'x-pv-regression',
		names: [/tasks of :42 fail on platform version 1\.4\.0 and run on 1\.3\.0/u],
	},
	...[2, 5].map((minutes) => ({
		scenario: 'spot-storm',
		service: 'image-resizer',
		minutes,
		id: 'x-spot-storm',
		names: [/^Spot took 1\d tasks back within the hour; \d of 8 running/u],
	})),
	...[2, 5].map((minutes) => ({
		scenario: 'shared-outage',
		service: 'checkout',
		minutes,
		id: 'x-dependency-outage',
		names: [/checks of orders, \w+ and 3 more/u, /none was deployed: something they share/u],
	})),
	...[2, 5].map((minutes) => ({
		scenario: 'code-deploy',
		service: 'loyalty',
		minutes,
		id: 'x-crash-loop',
		names: [/^loyalty dies after about \d\ds: exit 1, application error/u],
	})),
];

describe('what is found first', () => {
	test.each(FIRST)(
		'$scenario: $id of $service after $minutes min',
		async ({ scenario, service, minutes, id, names }) => {
			const world = await judgedWorld(scenario).after(minutes * MINUTE);
			const [first, ...others] = world.of(service);
			expect(first?.id).toBe(id);
			for (const name of names) expect(first?.sentence).toMatch(name);
			// It takes in what it leads to: nothing as bad stands beside it.
			expect(others.filter(({ severity }) => severity === 'critical' || severity === 'high')).toEqual([]);
			expect(world.complaints).toBe('');
		},
	);
});

describe('what to do, the best first', () => {
	const adviceFor = async (scenario: string, service: string) => {
		const [first] = (await judgedWorld(scenario).after(2 * MINUTE)).of(service);
		return first?.next.map(({ text, command }) => (command === undefined ? text : `${text}: ${command}`)) ?? [];
	};

	test('port-conflict: one more instance, or a lone task that stops first', async () => {
		expect(await adviceFor('port-conflict', 'web')).toEqual([
			expect.stringMatching(
				/^Add 1 m5\.large to the cluster: raise the desired capacity of the group that has i-\w+: aws autoscaling/u,
			),
			expect.stringMatching(/^Or let one task stop first, minimumHealthyPercent 100 → 0: nothing serves until/u),
			'Or give up: stop the deployment, web:7 runs on',
			'For good: let the host choose the port (hostPort 0, the load balancer follows), or use awsvpc',
		]);
	});

	test('no-room: a larger group, a smaller task, or what fits', async () => {
		expect(await adviceFor('no-room', 'checkout')).toEqual([
			expect.stringMatching(/^Raise the maximum of prod-ecs from 2 to 3: managed scaling then adds 1 m5\.large: /u),
			'Or ask for less: the largest free place has 0.5 GB',
			'Or run what fits: 12 → 10: deckwatch scale checkout 10',
		]);
	});

	test('cpu-ceiling: the maximum that its load wants', async () => {
		const [first] = await adviceFor('cpu-ceiling', 'search');
		expect(first).toMatch(
			/^Raise the maximum 6 → \d+: it wants \d+ tasks \(6 × \d+ \/ 60\).*: deckwatch target search --max \d+$/u,
		);
	});

	test('grace: a period that its measured start fits into', async () => {
		const [first] = await adviceFor('grace', 'catalog');
		expect(first).toMatch(/^Set the grace period to at least \d+s: .* --health-check-grace-period-seconds \d+$/u);
	});

	test('platform-version: no older revision, but the older platform', async () => {
		const world = await judgedWorld('platform-version').after(2 * MINUTE);
		expect(world.findings.flatMap(stepsBack)).toEqual([]);
		expect(await adviceFor('platform-version', 'checkout')).toEqual([
			expect.stringMatching(/ --service checkout --platform-version 1\.3\.0$/u),
		]);
	});
});

test('whom a trouble only threatens, and whom it leaves alone', async () => {
	const subnets = await judgedWorld('subnet-full').after(0);
	expect(subnets.of('cart')[0]).toMatchObject({ id: 'x-subnet-ip', severity: 'info' });
	expect((await judgedWorld('no-room').after(60 * MINUTE)).of('cart')).toEqual([]);
	expect((await judgedWorld('two-loops').after(2 * MINUTE)).of('mailer')).toEqual([]);
});

test('throttled: what cannot be read is no finding, and all is well once it can', async () => {
	const world = judgedWorld('throttled');
	expect((await world.after(0)).findings).toEqual([]);
	await expect(world.after(2 * MINUTE)).rejects.toMatchObject({ failure: { kind: 'throttled' } });
	const recovered = await world.after(4 * MINUTE);
	expect({ findings: recovered.findings, services: recovered.services.length }).toEqual({ findings: [], services: 4 });
});

describe('nothing above info at any minute of an hour', () => {
	test.each(['calm', 'scorekeep'])('%s', async (scenario) => {
		const world = judgedWorld(scenario);
		for (let minute = 0; minute <= 60; minute++) {
			// oxlint-disable-next-line no-await-in-loop -- the world goes on in steps
			const { findings, services } = await world.after(minute === 0 ? 0 : MINUTE);
			expect(services.length).toBeGreaterThan(0);
			expect(findings.filter(({ severity }) => severity !== 'info').map((one) => ({ minute, ...one }))).toEqual([]);
		}
	});
});

test('shared-outage: nobody is told to roll back, from before its first sign until it is over', async () => {
	const world = judgedWorld('shared-outage');
	const ids = new Set<string>();
	for (let minute = 0; minute <= 30; minute += 1) {
		// oxlint-disable-next-line no-await-in-loop -- the world goes on in steps
		const { findings, services } = await world.after(minute === 0 ? 0 : MINUTE);
		const alone = services.flatMap(({ attention }) => attention.findings);
		for (const { id } of findings) ids.add(id);
		expect([...findings, ...alone].flatMap(stepsBack)).toEqual([]);
	}
	expect(ids).toContain('x-dependency-outage');
});
