import { describe, expect, test } from 'vitest';
import { runCli } from '../run-cli.ts';

const EVENT =
	'(service shop) was unable to place a task. Reason: CannotPullContainerError: failed to resolve ref shop/web:7: not found.';
const KNOWN = { id: 'image-not-found', severity: 'high', fields: { service: 'shop', image: 'shop/web:7' } };

test('says what a message means, why, what to do, and what it holds', async () => {
	const { status, stdout, stderr } = await runCli(['explain', EVENT]);
	expect(stdout).toMatch(/^The image shop\/web:7 does not exist\n {2}image-not-found, high\n\n/u);
	expect(stdout).toMatch(/\nWhat to do:\n {2}1\. .+\n {2}2\. .+\n/u);
	expect(stdout).toContain('`deckwatch rollback shop`');
	expect(stdout).toMatch(/\nIn the text:\n {2}service {2}shop\n {2}image {4}shop\/web:7\n$/u);
	expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

test('takes words without quotes, and what stands behind --', async () => {
	const words = ['explain', 'Task', 'failed', 'container', 'health', 'checks'];
	expect((await runCli([...words, '--json'])).json()).toMatchObject({ id: 'container-healthcheck-failed' });
	expect((await runCli(['explain', '--json', '--', 'exit', 'code', '137'])).json()).toMatchObject({
		id: 'container-sigkill',
	});
});

test('breaks lines at the width of a screen, and leaves them whole for a file', async () => {
	const narrow = await runCli(['explain', EVENT], { tty: true });
	expect(Math.max(...narrow.lines.map(({ length }) => length))).toBeLessThanOrEqual(100);
	const whole = await runCli(['explain', EVENT]);
	expect(whole.lines.length).toBeLessThan(narrow.lines.length);
});

test('reads a message from a pipe, wrapped lines and all', async () => {
	const { stdout } = await runCli(['explain'], { piped: `${EVENT.replace(' failed', '\n  failed')}\n` });
	expect(stdout).toContain('image-not-found');
});

test('prints one document with --json', async () => {
	const told = (await runCli(['explain', '--json', EVENT])).json();
	expect(told).toMatchObject(KNOWN);
	expect(Object.keys(told as object)).toEqual(['id', 'severity', 'title', 'cause', 'next', 'fields']);
});

test('lets nothing through that could change the screen', async () => {
	const hostile = Buffer.from([
		...Buffer.from('\u001B[2J\u009B31mfoo \u202E'),
		0xff,
		0xfe,
		...Buffer.from('bar\u0007'),
	]);
	const { stdout, status } = await runCli(['explain'], { piped: hostile });
	expect(stdout).toMatch(/^Not a message of Amazon ECS that deckwatch knows\n/u);
	expect(stdout).toContain('text  foo ��bar');
	// eslint-disable-next-line no-control-regex
	expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/u);
	expect(status).toBe(0);
});

test.each([{}, { answers: '' }, { piped: ' \n' }])('asks for a message where there is none: %o', async (options) => {
	const { status, stdout, stderr } = await runCli(['explain'], options);
	expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
	expect(stderr).toContain('Which message?');
});

describe('with --json on a pipe', () => {
	test('answers each line with a line', async () => {
		const lines = [
			{ kind: 'service-event', text: EVENT },
			{ text: EVENT },
			{ kind: 'exit-code', text: '137' },
			{ kind: 'nonsense', text: '137' },
		];
		const piped = `${lines.map((line) => JSON.stringify(line)).join('\r\n')}\n\n`;
		const run = await runCli(['explain', '--json'], { piped });
		const told = run.lines.map((line) => JSON.parse(line) as { readonly id: string });
		expect(told.map(({ id }) => id)).toEqual(['image-not-found', 'image-not-found', 'container-sigkill', 'unknown']);
		expect(told[0]).toMatchObject(KNOWN);
		expect(run).toMatchObject({ status: 0, stderr: '' });
	});

	test('answers a bad line with its error, in its place, and the others', async () => {
		const piped = `{"text": "exit 1"}\n{"text": \n[]\n\n{"kind": "exit-code"}\n{"text": "exit 143"}`;
		const { status, lines, stderr } = await runCli(['explain', '--json'], { piped });
		const told = lines.map((line) => JSON.parse(line) as { readonly id: string; readonly error?: string });
		expect(told.map(({ id, error }) => error ?? id)).toEqual([
			'container-exit-error',
			expect.stringMatching(/^line 2 is not JSON /u),
			'line 3 is not an object',
			'line 5 has no "text", or one that is neither a string nor a number',
			'container-sigterm',
		]);
		expect(Object.keys(told[1] ?? {})).toEqual(['id', 'severity', 'title', 'cause', 'next', 'fields', 'error']);
		expect(stderr).toMatch(
			/^deckwatch: line 2 is not JSON .*\ndeckwatch: line 3 is not an object\..*\ndeckwatch: line 5 has no "text"/u,
		);
		expect(status).toBe(2);
	});

	test.each([
		['a number', '{"kind": "exit-code", "text": 137}', 'container-sigkill'],
		['members it does not know', '{"id": 7, "kind": "exit-code", "text": "137", "at": null}', 'container-sigkill'],
		['a kind that is no string', '{"kind": 3, "text": "exit 137"}', 'container-sigkill'],
		['no text at all', '{"kind": "service-event", "text": ""}', 'unknown'],
		['a byte order mark', '\uFEFF{"text": "exit 137"}', 'container-sigkill'],
		['ends of lines of Windows', '{"text": "exit 137"}\r\n', 'container-sigkill'],
		['a line separator inside', '{"text": "Task failed\u2028container health checks"}', 'container-healthcheck-failed'],
		['a megabyte', JSON.stringify({ text: `exit 137 (${'x'.repeat(1_000_000)}` }), 'container-sigkill'],
	])('stands %s', async (_, piped, id) => {
		const { lines, status } = await runCli(['explain', '--json'], { piped });
		expect(lines.map((line) => (JSON.parse(line) as { readonly id: string }).id)).toEqual([id]);
		expect(status).toBe(0);
	});

	test('stands bytes that are no UTF-8, and a letter that is cut in two', async () => {
		const bytes = Buffer.concat([
			Buffer.from('{"text": "\u00e4'.slice(0, -1)),
			Buffer.from([0xff, 0xc3]),
			Buffer.from('"}\n{"text": "exit 137"}'),
		]);
		const { lines } = await runCli(['explain', '--json'], { piped: bytes });
		expect(lines.map((line) => (JSON.parse(line) as { readonly id: string }).id)).toEqual([
			'unknown',
			'container-sigkill',
		]);
	});

	test('says so when nothing comes', async () => {
		expect(await runCli(['explain', '--json'], { piped: '' })).toMatchObject({ status: 2, stdout: '' });
	});
});
