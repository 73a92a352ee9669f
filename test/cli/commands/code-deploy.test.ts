import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { shopServer } from '../shop-server.ts';

const shop = shopServer('code-deploy');
const MINUTE = 60_000;

function run(line: string) {
	const state = mkdtempSync(join(tmpdir(), 'deckwatch-'));
	onTestFinished(() => rmSync(state, { recursive: true }));
	return shop.run(line, { env: { XDG_STATE_HOME: state }, wait: (ms) => shop.step(ms) });
}

test('the task sets of a service that CodeDeploy deploys are listed in the place of deployments', async () => {
	const { lines, status } = await run('deployments gift-cards');
	expect(lines[1]).toMatch(/^ecs-svc\/\d+, 100% of the service +ACTIVE +gift-cards:13 +3\/3 +0 +0 +\S+ +STEADY_STATE/u);
	expect(lines[2]).toMatch(/ PRIMARY +gift-cards:12 +3\/3/u);
	expect(status).toBe(0);
	const { taskSets } = (await run('deployments gift-cards --json')).json() as { taskSets: readonly object[] };
	expect(taskSets).toMatchObject([{ status: 'ACTIVE', externalId: expect.stringMatching(/^d-/u) }, {}]);
});

test('a deployment is done through CodeDeploy, and the plan names it', async () => {
	shop.step(20 * MINUTE);
	const { lines, status } = await run('deploy gift-cards --tag 14 --yes');
	expect(lines).toContain(
		'  · CodeDeploy deploys it: deployment group DgpECS-prod-gift-cards of AppECS-prod-gift-cards',
	);
	expect(lines.at(-1)).toMatch(/done: gift-cards runs gift-cards:14\.$/u);
	expect(status).toBe(0);
});

test('one that takes too long is stopped and rolled back by CodeDeploy', async () => {
	shop.step(75 * MINUTE);
	const { lines, status } = await run('deploy loyalty --tag 8 --yes --timeout 1m');
	expect(lines).toContainEqual(expect.stringMatching(/sending codedeploy:StopDeployment\(deploymentId=d-/u));
	expect(lines.at(-1)).toMatch(/done: It is rolled back to loyalty:7\.$/u);
	expect(status).toBe(5);
});

test('the desired count is set as for any other service', async () => {
	shop.step(20 * MINUTE);
	const { lines } = await run('scale gift-cards 5 --yes');
	expect(lines.at(-1)).toMatch(/done: gift-cards runs 5 of 5 tasks\.$/u);
});

test('the desired count is reached by what serves, while another revision comes in', async () => {
	const { lines } = await run('scale wallet 4 --yes');
	expect(lines.at(-1)).toMatch(/done: wallet runs 4 of 4 tasks\.$/u);
});
