import { expect, test } from 'vitest';
import { eventWords } from '../../src/diagnosis/event-words.ts';

const TASK = '77aa10f0c1d24b6c9d0e1f2a3b4c5d6e';
const GROUP = 'arn:aws:elasticloadbalancing:ap-northeast-1:111122223333:targetgroup/prod-checkout/6d0ecf831eec9f09';

test.each([
	['(service checkout) has reached a steady state.', 'has reached a steady state.'],
	[`(service checkout) (task ${TASK}) failed container health checks.`, 'task 77aa10 failed container health checks.'],
	[
		`(service checkout) registered 1 targets in (target-group ${GROUP})`,
		'registered 1 targets in target group prod-checkout',
	],
	[
		`(service checkout) has started 2 tasks: (task ${TASK}) (task ${TASK}).`,
		'has started 2 tasks: task 77aa10, task 77aa10.',
	],
	[
		'(service checkout, taskSet ecs-svc/1163882481762650369) has begun draining connections on 1 tasks.',
		'has begun draining connections on 1 tasks.',
	],
	[
		'(service checkout) was unable to place a task. For more information, see the Troubleshooting section of the Amazon ECS Developer Guide.',
		'was unable to place a task.',
	],
	['something AWS says anew', 'something AWS says anew'],
])('%s', (message, words) => {
	expect(eventWords(message)).toBe(words);
});
