import { expect, test } from 'vitest';
import { timeouts } from '../../src/diagnosis/timeouts.ts';
import { checkout, events, NOW } from './checkout.ts';
import { aTarget } from './failing-checks.ts';

const said = (reason: string) =>
	`(service checkout) (task 1) (port 8080) is unhealthy in (target-group arn) due to (reason ${reason}).`;

test('targets that do not answer now, and those of which ECS said so lately', () => {
	const service = checkout({ events: events([3, said('Request timed out')], [40, said('Request timed out')]) });
	const targets = [aTarget(1, 'unhealthy', { reason: 'Target.Timeout' }), aTarget(2, 'healthy')];
	expect(timeouts({ service, targets }, NOW).map(({ api }) => api)).toEqual([
		'elasticloadbalancing:DescribeTargetHealth',
		'ecs:DescribeServices',
	]);
});

test('an answer that is not the right one is none of them', () => {
	const service = checkout({ events: events([3, said('Health checks failed with these codes: [404]')]) });
	expect(timeouts({ service }, NOW)).toEqual([]);
});
