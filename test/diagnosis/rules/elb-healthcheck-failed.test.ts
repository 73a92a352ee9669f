import { expect, test } from 'vitest';
import { checkout } from '../checkout.ts';
import { deaths, found, texts } from '../found.ts';

const KILLED = {
	stopCode: 'ServiceSchedulerInitiated',
	stoppedReason:
		'Task failed ELB health checks in (target-group arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/checkout/a6d7)',
};

test('names container and port, and tells the grace period', () => {
	const loadBalancers = [{ targetGroupArn: 'arn', containerName: 'app', containerPort: 8080 }];
	const service = checkout({ loadBalancers, healthCheckGracePeriodSeconds: 10 });
	const all = found({ service, tasks: deaths([1, 4, 8], 60, KILLED) });
	expect(Object.keys(all)).toEqual(['elb-healthcheck-failed']);
	expect(all['elb-healthcheck-failed']).toMatchObject({
		severity: 'critical',
		sentence: "app:8080 fails the load balancer's health check; ECS killed 3 tasks for it in 15 min",
	});
	expect(texts(all['elb-healthcheck-failed'])[0]).toBe(
		'a new task has a grace period of 10 s before a failed check counts',
	);
});

test('one kill heals by itself mostly', () => {
	expect(found({ service: checkout(), tasks: deaths([3], 60, KILLED) })['elb-healthcheck-failed']?.severity).toBe(
		'info',
	);
});
