import { expect, test } from 'vitest';
import { missingPermission } from '../../../src/aws/failures/missing-permission.ts';

test.each([
	[
		'User: arn:aws:iam::123456789012:user/ops is not authorized to perform: ecs:ListTasks on resource: *',
		'ecs:ListTasks',
	],
	[
		'User: x is not authorized to perform: application-autoscaling:DescribeScalableTargets with an explicit deny',
		'application-autoscaling:DescribeScalableTargets',
	],
	['User: x is not authorized to perform logs:FilterLogEvents', 'logs:FilterLogEvents'],
	['Access Denied', undefined],
])('%s', (message, action) => {
	expect(missingPermission(message)).toBe(action);
});
