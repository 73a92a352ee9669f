import { expect, test } from 'vitest';
import { createAws } from '../../src/aws/create-aws.ts';
import { createDrydock } from '../../src/drydock/drydock.ts';
import { createRequestHandler } from '../../src/drydock/wire/request-handler.ts';
import { latestValue } from '../../src/model/metrics.ts';

const NOON = Date.UTC(2026, 10, 20, 12);
const MINUTE = 60_000;
const REGION = 'ap-northeast-1';

test('requests per target are read by the minute, of one load balancer and target group', async () => {
	const drydock = createDrydock({ scenario: 'calm', startAt: NOON, now: () => NOON });
	const aws = createAws({
		requestHandler: createRequestHandler(drydock.dispatcher),
		credentials: { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'secret' },
		clock: { now: () => NOON },
	});
	const arn = [...drydock.world.targetGroups.keys()].find((one) => one.includes('/prod-checkout/')) ?? '';
	const [group] = await aws.targetGroups([arn]);
	const label = `${group?.loadBalancerArns[0]?.split(':loadbalancer/')[1]}/${arn.split(':').at(-1)}`;
	const range = { from: NOON - 10 * MINUTE, to: NOON };
	const series = await aws.requestsPerTarget(REGION, label, range);
	expect(series).toMatchObject({ startedAt: range.from, periodMs: MINUTE });
	expect(series.values).toHaveLength(10);
	// 60 requests a second and the day's wave, for four targets.
	expect(latestValue(series)).toBeGreaterThan(300);
	expect(latestValue(series)).toBeLessThan(1800);
	const other = await aws.requestsPerTarget(REGION, label.replace('app/', 'app/other-'), range);
	expect(latestValue(other)).toBeUndefined();
});
