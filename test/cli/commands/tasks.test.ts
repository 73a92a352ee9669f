import { expect, test } from 'vitest';
import { age } from '../../../src/model/age.ts';
import { IRELAND, NOON, shopServer, TOKYO } from '../shop-server.ts';

const shop = shopServer();

type Document = { readonly tasks: readonly { readonly taskArn: string; readonly group: string }[] };

test('lists the tasks of a service: those that move or run, then those that stopped, and what of', async () => {
	const { status, lines } = await shop.run('tasks checkout');
	expect(lines[0]).toMatch(/^TASK +CLUSTER +GROUP +STATE +HEALTH +REVISION +AZ +IP +AGE +WHY$/u);
	const groups = new Set(lines.slice(1).map((line) => line.split(/ +/u)[2]));
	expect(groups).toEqual(new Set(['service:checkout']));
	const stopped = lines.slice(1).map((line) => / STOPPED /u.test(line));
	expect(stopped.indexOf(true)).toBeGreaterThan(0);
	expect(stopped.lastIndexOf(false)).toBeLessThan(stopped.indexOf(true));
	expect(lines.at(stopped.indexOf(true) + 1)).toMatch(/failed .*\(checkout\)/u);
	expect(status).toBe(0);
});

test('gives the age of the last step, as the console does: of a stopped task since it began to stop', async () => {
	const { tasks } = (await shop.run('tasks checkout --json')).json() as {
		readonly tasks: readonly { readonly taskArn: string; readonly stoppedAt?: string; readonly stoppingAt?: string }[];
	};
	const { lines } = await shop.run('tasks checkout');
	const stopped = tasks.filter(({ stoppedAt }) => stoppedAt !== undefined);
	expect(stopped.length).toBeGreaterThan(0);
	for (const { taskArn, stoppingAt = '' } of stopped) {
		const line = lines.find((one) => one.startsWith(taskArn.split('/').at(-1) ?? ''));
		expect(line).toContain(` ${age(Date.parse(stoppingAt), NOON)} `);
	}
});

test('lists the tasks of all clusters, each once', async () => {
	const { tasks } = (await shop.run('tasks --json')).json() as Document;
	const arns = tasks.map(({ taskArn }) => taskArn);
	expect(new Set(arns).size).toBe(arns.length);
	expect(new Set(arns.map((arn) => arn.split(/[:/]/u)[6]))).toEqual(new Set(['batch', 'prod', 'prod-eu']));
	expect(arns.length).toBeGreaterThan(100);
});

test('prints containers, exit codes and times as ecs:DescribeTasks has them', async () => {
	const { tasks } = (await shop.run('tasks checkout --json')).json() as Document;
	expect(tasks.find((task) => 'stoppedAt' in task)).toMatchObject({
		lastStatus: 'STOPPED',
		stopCode: expect.any(String),
		stoppedReason: expect.any(String),
		stoppedAt: expect.stringMatching(/^2026-03-14T1\d:.*Z$/u),
		containers: expect.arrayContaining([expect.objectContaining({ name: 'checkout', lastStatus: 'STOPPED' })]),
	});
});

test.each([
	['its cluster before it', 'prod/checkout'],
	['its ARN', `arn:aws:ecs:${TOKYO}:111122223333:service/prod/checkout`],
])('finds a service by %s', async (_how, name) => {
	const { tasks } = (await shop.run(`tasks ${name} --json`)).json() as Document;
	expect(new Set(tasks.map(({ group }) => group))).toEqual(new Set(['service:checkout']));
});

test('asks only the region that the ARN names', async () => {
	shop.lockIreland();
	expect((await shop.run(`tasks arn:aws:ecs:${TOKYO}:111122223333:service/prod/checkout`)).status).toBe(0);
	expect((await shop.run(`tasks arn:aws:ecs:${IRELAND}:111122223333:service/prod-eu/cart-eu`)).status).toBe(3);
});

test('does not guess which service is meant while a region refuses', async () => {
	shop.lockIreland();
	const { status, stdout, stderr } = await shop.run('tasks checkout');
	expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
	expect(stderr).toContain('not authorized to perform: ecs:ListClusters');
});

test('says which clusters were looked at when there is no such service', async () => {
	const { status, stderr } = await shop.run('tasks chekout');
	expect(status).toBe(2);
	expect(stderr).toBe(
		'deckwatch: There is no service "chekout" in prod, batch, prod-eu. `deckwatch services` lists them.\n',
	);
});
