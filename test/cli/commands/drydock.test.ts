import { expect, test } from 'vitest';
import { runCli } from '../run-cli.ts';

test('serves a scenario until Ctrl-C, and says in one JSON line where', async () => {
	const answers: Promise<Response>[] = [];
	const { status, stdout } = await runCli(['drydock', '--port', '0', '--scenario', 'calm', '--json'], {
		onStdout(text, abort) {
			const { url } = JSON.parse(text) as { readonly url: string };
			answers.push(fetch(`${url}/_drydock/world`).finally(abort));
		},
	});
	expect(JSON.parse(stdout)).toEqual({
		url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/u),
		scenario: 'calm',
		regions: ['ap-northeast-1'],
	});
	expect((await answers[0])?.status).toBe(200);
	expect(status).toBe(0);
});

test('names the scenarios that there are', async () => {
	const { status, stderr } = await runCli(['drydock', '--scenario', 'storm']);
	expect(stderr).toMatch(/^deckwatch: There is no scenario storm\. There are: bad-deploy, .*two-loops\.\n$/u);
	expect(status).toBe(2);
});

test('says that the port is taken', async () => {
	const second: Promise<{ readonly status: number; readonly stderr: string }>[] = [];
	await runCli(['drydock', '--port', '0', '--scenario', 'oom', '--json'], {
		onStdout(text, abort) {
			const { url } = JSON.parse(text) as { readonly url: string };
			second.push(runCli(['drydock', '--port', new URL(url).port, '--scenario', 'oom']).finally(abort));
		},
	});
	const { status, stderr } = (await second[0]) ?? {};
	expect(stderr).toContain('choose another --port');
	expect(status).toBe(2);
});

test('has the faults it is started with', async () => {
	const answers: Promise<unknown>[] = [];
	const fault = '{"operation":"ecs:DescribeServices","throttled":0.5}';
	await runCli(['drydock', '--port', '0', '--scenario', 'calm', '--json', '--fault', fault], {
		onStdout(text, abort) {
			const { url } = JSON.parse(text) as { readonly url: string };
			answers.push(
				fetch(`${url}/_drydock/faults`)
					.then((answer) => answer.json())
					.finally(abort),
			);
		},
	});
	expect(await answers[0]).toEqual([{ operation: 'ecs:DescribeServices', throttled: 0.5 }]);
});

test('says what is wrong with a fault', async () => {
	const { status, stderr } = await runCli([
		'drydock',
		'--port',
		'0',
		'--scenario',
		'calm',
		'--fault',
		'{"operation":"ecs:Boil"}',
	]);
	expect(stderr).toContain('drydock does not implement this operation');
	expect(status).toBe(2);
});
