import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { inContext } from '../../src/cli/in-context.ts';
import { runCli } from './run-cli.ts';
import { IRELAND, shopServer, TOKYO } from './shop-server.ts';

const live = {
	profile: 'shop-prod',
	account: '111122223333',
	regions: ['ap-northeast-1'],
	clusters: ['prod', 'prod-*'],
} as const;
const config = {
	contexts: { live: { ...live, regions: [...live.regions], clusters: [...live.clusters] }, dev: {} },
} as never;

describe('a context by its name', () => {
	test('gives the options that were not given themselves', () => {
		expect(inContext({ context: 'live' }, config, 'c.yaml')).toEqual({
			context: 'live',
			profile: 'shop-prod',
			region: ['ap-northeast-1'],
			cluster: ['prod', 'prod-*'],
		});
		expect(inContext({ context: 'live', profile: 'admin', cluster: ['prod'] }, config, 'c.yaml')).toMatchObject({
			profile: 'admin',
			region: ['ap-northeast-1'],
			cluster: ['prod'],
		});
		expect(inContext({ profile: 'admin' }, config, 'c.yaml')).toEqual({ profile: 'admin' });
	});

	test.each([
		['liv', config, 'There is no context "liv" in c.yaml. Did you mean live? There are: live, dev.'],
		['live', {}, 'There is no context "live": c.yaml names none under `contexts:`.'],
	])('that is not there is refused: %s', (context, given, message) => {
		expect(() => inContext({ context }, given, 'c.yaml')).toThrow(message);
	});
});

describe('on the command line', () => {
	const shop = shopServer();
	let home: string;

	beforeEach(() => {
		home = mkdtempSync(join(tmpdir(), 'deckwatch-'));
		mkdirSync(join(home, 'deckwatch'));
		onTestFinished(() => rmSync(home, { recursive: true }));
		// Wherever a profile is named, it has to be there.
		const aws = join(home, 'aws');
		writeFileSync(aws, '[profile shop-prod]\naws_access_key_id = AKIAEXAMPLE\naws_secret_access_key = secret\n');
		vi.stubEnv('AWS_CONFIG_FILE', aws);
	});

	function run(contexts: string, ...argv: readonly string[]) {
		writeFileSync(join(home, 'deckwatch', 'config.yaml'), `contexts:\n${contexts}\n`);
		return runCli([...argv, '--endpoint-url', shop.url()], { env: { XDG_CONFIG_HOME: home } });
	}

	test('its regions and clusters are looked at, through its profile', async () => {
		const live = `  live: { profile: shop-prod, account: '111122223333', regions: [${TOKYO}, ${IRELAND}], clusters: ['prod*'] }`;
		const { lines, stderr } = await run(live, 'clusters', '--context', 'live');
		expect(stderr).toBe('');
		expect(lines.slice(1).map((line) => line.split(' ')[0])).toEqual(['prod', 'prod-eu']);
	});

	test('it is refused for credentials of another account, whatever the command would do', async () => {
		const live = `  live: { account: '444455556666', regions: [${TOKYO}] }`;
		expect(await run(live, 'services', '--context', 'live')).toMatchObject({
			status: 2,
			stdout: '',
			stderr:
				'deckwatch: The context live is account 444455556666, and these credentials are of 111122223333.\n' +
				'  Give it a `profile:` in the config file, or choose one with --profile.\n',
		});
	});

	test('where the account cannot be asked for, the command itself says what is wrong', async () => {
		shop.suffer({ operation: '*', accessDenied: true });
		const live = `  live: { account: '444455556666', regions: [${TOKYO}] }`;
		const { status, stderr } = await run(live, 'clusters', '--context', 'live');
		expect(stderr).toContain('ecs:ListClusters');
		expect(status).toBe(3);
	});
});
