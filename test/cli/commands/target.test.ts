import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { CliOptions } from '../run-cli.ts';
import { shopServer } from '../shop-server.ts';

const shop = shopServer('calm');

let state: string;

beforeEach(() => {
	state = mkdtempSync(join(tmpdir(), 'deckwatch-'));
	onTestFinished(() => rmSync(state, { recursive: true }));
});

function run(line: string, options: CliOptions = {}) {
	const env = { XDG_STATE_HOME: state };
	return shop.run(line, { env, wait: (ms) => shop.step(ms), ...options });
}

/** What there is, as the command says it. */
const now = async (service: string) => (await run(`target ${service}`)).stderr;

test('shows the plan with what it would do now, carries it out, and says what AWS has', async () => {
	const { status, lines, stderr } = await run('target search --cpu 15 --max 10 --cooldown-in 120 --scale-in off --yes');
	const plan = lines.slice(
		0,
		lines.findIndex((line) => /^\d\d:/u.test(line)),
	);
	expect(plan.map((line) => line.replace(/\d+ %,/u, 'so much,').replace(/→ \d+ tasks$/u, '→ more tasks'))).toEqual([
		'Autoscaling of search  (prod · ap-northeast-1 · 111122223333)',
		'  CPU target             60 % → 15 %',
		'  CPU scale-in cooldown  300 s → 120 s',
		'  Maximum                8 → 10',
		'  Scale-in               on → off',
		'  · CPU is at so much, the target is 15 %: 2 → more tasks',
		'  application-autoscaling:RegisterScalableTarget(MaxCapacity=10, SuspendedState={"DynamicScalingInSuspended":true,"DynamicScalingOutSuspended":false,"ScheduledScalingSuspended":false})',
		'  application-autoscaling:PutScalingPolicy(PolicyName=search-cpu, TargetValue=15, ScaleOutCooldown=60, ScaleInCooldown=120, DisableScaleIn=false, PredefinedMetricType=ECSServiceAverageCPUUtilization)',
	]);
	expect(lines.slice(-2)).toEqual([
		expect.stringMatching(/done: search tracks CPU at 15 %, between 2 and 10 tasks; scale-in is off\.$/u),
		expect.stringMatching(/^ {2}Its desired count is \d+, with \d+ running\.$/u),
	]);
	expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
	const events = readFileSync(join(state, 'deckwatch', 'audit.jsonl'), 'utf8')
		.trimEnd()
		.split('\n');
	expect(events).toHaveLength(6);
});

test('makes autoscaling where there was none, and deletes a policy', async () => {
	expect(await now('cart')).toMatch(/cart has no autoscaling\./u);
	const { lines, status } = await run('target cart --memory 70 --requests 900 --min 2 --max 6 --yes');
	expect(status).toBe(0);
	expect(lines.at(-2)).toMatch(
		/done: cart tracks memory at 70 %, requests per target at 900 a minute, between 2 and 6 tasks\.$/u,
	);
	await run('target cart --requests none --yes');
	expect(await now('cart')).toMatch(/cart tracks memory at 70 %, between 2 and 6 tasks\./u);
});

test('prints JSON lines for a script, with the whole policy as it is sent', async () => {
	const { lines } = await run('target search --cpu 50 --yes --json');
	const events = lines.map((line) => JSON.parse(line) as { readonly event: string });
	expect(events.map(({ event }) => event)).toEqual(['planned', 'sending', 'made', 'ended']);
	expect(events[0]).toMatchObject({
		differences: [{ what: 'CPU target', before: '60 %', after: '50 %' }],
		changes: [
			{
				name: 'application-autoscaling:PutScalingPolicy',
				input: {
					TargetTrackingScalingPolicyConfiguration: {
						TargetValue: 50,
						PredefinedMetricSpecification: { PredefinedMetricType: 'ECSServiceAverageCPUUtilization' },
						ScaleInCooldown: 300,
					},
				},
			},
		],
	});
	expect(events.at(-1)).toMatchObject({ event: 'ended', state: 'done' });
});

describe('changes nothing', () => {
	test.each([
		['that is only planned', '--cpu 50 --dry-run', 0, /^$/u],
		['without a terminal to ask in', '--cpu 50', 2, /--yes carries it out/u],
		['in a read-only deckwatch', '--cpu 50 --yes --read-only', 7, /read-only: nothing was sent/u],
		['when it is so already', '--cpu 60 --max 8 --yes', 0, /that is so already/u],
		['for a target that is none', '--cpu lots --yes', 2, /--cpu takes a number or none, not "lots"/u],
		['for a target of 0', '--cpu 0 --yes', 2, /A target for CPU is above 0/u],
		['for bounds the wrong way round', '--min 9 --max 3 --yes', 2, /The minimum of 9 would be above the maximum of 3/u],
		['for a switch that is neither on nor off', '--scale-in maybe --yes', 2, /maybe/u],
		['when nothing is asked for', '--yes', 2, /search tracks CPU at 60 %, between 2 and 8 tasks\./u],
	])('%s', async (_, options, expected, words) => {
		const { status, stderr } = await run(`target search ${options}`);
		expect(stderr).toMatch(words);
		expect(status).toBe(expected);
		expect(await now('search')).toMatch(/search tracks CPU at 60 %, between 2 and 8 tasks\./u);
	});
});

test('a permission that is missing for the second call says what was done, with status 3', async () => {
	shop.suffer({ operation: 'application-autoscaling:PutScalingPolicy', accessDenied: true });
	const { status, lines } = await run('target search --cpu 50 --max 10 --yes');
	expect(lines.slice(-2)).toEqual([
		expect.stringMatching(/^ {2}Done: .*RegisterScalableTarget\(MaxCapacity=10\)\. Not done: .*PutScalingPolicy\(/u),
		'  Ask for the IAM permission application-autoscaling:PutScalingPolicy.',
	]);
	expect(status).toBe(3);
});
