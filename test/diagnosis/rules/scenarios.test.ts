import { expect, test } from 'vitest';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';
import { RULES } from '../../../src/diagnosis/rules.ts';
import { actingShop, CLUSTER } from '../../actions/shop.ts';
import { MINUTE } from '../../fixtures/shop.ts';
import { evidenceOf } from '../evidence-of.ts';

/** What is found first in a service of a simulated world so many minutes on. */
async function first(scenario: string, serviceName: string, minutes = 0) {
	const shop = actingShop(scenario);
	shop.drydock.control.step(minutes * MINUTE);
	return diagnose(await evidenceOf(shop, serviceName), shop.hands.now())[0];
}

test('port-conflict: one more instance, or a lone task that stops first', async () => {
	const found = await first('port-conflict', 'web', 30);
	expect(found).toMatchObject({
		id: 'x-deploy-deadlock-port',
		severity: 'high',
		confidence: 'high',
		sentence:
			'needs 1 more m5.large: port 80 is taken on the only instance by the old revision; ECS may neither stop it (min 100 %) nor start beside it',
	});
	expect(found?.next.map(({ text }) => text)).toEqual([
		expect.stringMatching(/^Add 1 m5\.large to the cluster: raise the desired capacity of the group that has i-\w+$/u),
		'Or let one task stop first, minimumHealthyPercent 100 → 0: nothing serves until the new task is up',
		'Or give up: stop the deployment, web:7 runs on',
		'For good: let the host choose the port (hostPort 0, the load balancer follows), or use awsvpc',
	]);
	expect(found?.ruledOut[0]).toEqual(
		expect.stringMatching(/^CPU and memory are not short: \d+ CPU units and 6 GB are/u),
	);
});

test('no-room: tasks that wait for an instance, whose group is at its maximum', async () => {
	const found = await first('no-room', 'checkout');
	expect(found).toMatchObject({
		id: 'x-capacity-plan',
		sentence:
			'needs 1 more m5.large: 2 tasks of 256 CPU units and 1 GB find no room, memory is short on both instances; prod-ecs is at its maximum of 2',
		ruledOut: expect.arrayContaining(['CPU is not short: each of them has enough for one more task']),
	});
	expect(found?.next).toMatchObject([
		{
			command:
				'aws autoscaling update-auto-scaling-group --region ap-northeast-1 --auto-scaling-group-name prod-ecs --max-size 3',
		},
		{ text: 'Or ask for less: the largest free place has 0.5 GB' },
		{ text: 'Or run what fits: 12 → 10', command: 'deckwatch scale checkout 10' },
	]);
});

test('no-room: a new revision that wants more than there is', async () => {
	expect(await first('no-room', 'reports', 60)).toMatchObject({
		id: 'x-capacity-plan',
		sentence: expect.stringMatching(/^needs 1 more m5\.large: 1 task of 256 CPU units and 6 GB finds no room/u),
	});
	expect(await first('no-room', 'cart', 60)).toBeUndefined();
});

test('cpu-ceiling: what more tasks would do, and what another target', async () => {
	const found = await first('cpu-ceiling', 'search');
	expect(found).toMatchObject({
		id: 'x-autoscale-maxed',
		sentence: expect.stringMatching(/^at its scaling maximum of 6 with CPU at 8\d % \(target 60 %\)$/u),
	});
	expect(found?.next[0]?.text).toMatch(/^Raise the maximum 6 → 9: it wants 9 tasks \(6 × 8\d \/ 60\)$/u);
});

test('two-loops: which of the two is stuck, by both ways to launch', async () => {
	expect(await first('two-loops', 'search')).toMatchObject({
		id: 'x-ec2-autoscaling-mismatch',
		severity: 'high',
		sentence: expect.stringMatching(
			/^service scaling wants \d+ tasks, \d+ run: instance scaling is stuck, prod-ecs is at its maximum of 3; needs 1 more m5\.large$/u,
		),
	});
	expect(await first('two-loops', 'catalog', 30)).toMatchObject({
		id: 'x-ec2-autoscaling-mismatch',
		sentence: expect.stringMatching(/^service scaling wants \d+ tasks, 3 run: instance scaling is stuck, prod-ecs/u),
	});
	expect(await first('two-loops', 'mailer')).toBeUndefined();
});

test('subnet-full: the subnets by name, and whom it only threatens', async () => {
	expect(await first('subnet-full', 'checkout')).toMatchObject({
		id: 'x-subnet-ip',
		severity: 'critical',
		confidence: 'high',
		sentence: expect.stringMatching(
			/^\d+ tasks could not start: no free address in subnet-\w+, subnet-\w+ and subnet-\w+$/u,
		),
	});
	expect(await first('subnet-full', 'cart')).toMatchObject({ id: 'x-subnet-ip', severity: 'info' });
});

test('calm: nothing above info for an hour', async () => {
	const shop = actingShop('calm');
	const names = (await shop.aws.services(CLUSTER)).map(({ serviceName }) => serviceName);
	expect(names.length).toBeGreaterThan(3);
	for (let minute = 0; minute <= 60; minute += 20) {
		// oxlint-disable-next-line no-await-in-loop -- the world goes on in steps
		const all = await Promise.all(names.map((name) => evidenceOf(shop, name)));
		const found = all.flatMap((evidence) => RULES.flatMap((rule) => rule(evidence, shop.hands.now())));
		expect(found.filter(({ severity }) => severity !== 'info')).toEqual([]);
		shop.drydock.control.step(20 * MINUTE);
	}
});
