import type { Evidence } from '../../src/diagnosis/evidence.ts';
import type { HealthFlip } from '../../src/model/health-flip.ts';
import type { TargetGroup, TargetHealth } from '../../src/model/load-balancing.ts';
import type { LogLine } from '../../src/model/log-line.ts';
import { safeText } from '../../src/model/safe-text.ts';
import type { HealthCheck, TaskDefinition } from '../../src/model/task-definition.ts';
import type { Task } from '../../src/model/task.ts';
import { aTask } from '../fixtures/a-service.ts';
import { REGION, serviceArn, taskDefinitionArn } from '../fixtures/shop.ts';
import { checkoutDefinition } from '../fixtures/shop-task-definition.ts';
import { ago, NOW } from './checkout.ts';

export const GROUP = `arn:aws:elasticloadbalancing:${REGION}:111122223333:targetgroup/checkout-tg/a6d71c9b9c18b389`;

/** The target group of checkout, with the load balancer's own defaults. */
export function aGroup(changes: Partial<TargetGroup> = {}): TargetGroup {
	return {
		targetGroupArn: GROUP,
		targetGroupName: 'checkout-tg',
		protocol: 'HTTP',
		port: 8080,
		targetType: 'ip',
		healthCheckProtocol: 'HTTP',
		healthCheckPath: '/healthz',
		healthCheckPort: 'traffic-port',
		healthCheckIntervalSeconds: 30,
		healthCheckTimeoutSeconds: 5,
		healthyThresholdCount: 5,
		unhealthyThresholdCount: 2,
		matcher: '200',
		loadBalancerArns: ['arn:lb'],
		...changes,
	};
}

/** A target of that group; `last` is the last number of its address. */
export function aTarget(last: number, state: string, changes: Partial<TargetHealth> = {}): TargetHealth {
	return { targetGroupArn: GROUP, id: `10.0.3.${last}`, port: 8080, state, ...changes };
}

/** A revision of checkout whose app has a check. */
export function checkedDefinition(check: Partial<HealthCheck> = {}, revision = 43): TaskDefinition {
	const definition = checkoutDefinition(revision);
	const healthCheck = {
		command: ['CMD-SHELL', 'curl -f http://localhost:8080/healthz || exit 1'],
		interval: 10,
		timeout: 5,
		retries: 2,
		startPeriod: 0,
		...check,
	};
	const containerDefinitions = definition.containerDefinitions.map((one) =>
		one.name === 'app' ? { ...one, healthCheck, portMappings: [{ containerPort: 8080 }] } : one,
	);
	return { ...definition, containerDefinitions };
}

export const definitions = (definition: TaskDefinition): Evidence['taskDefinitions'] => ({
	[definition.taskDefinitionArn]: definition,
});

/** A task that ECS killed so many minutes ago, after it had lived for so many seconds. */
export function killed(
	by: 'container' | 'load balancer',
	minutes: number,
	lifetime: number,
	changes: Partial<Task> = {},
): Task {
	const container = by === 'container';
	return aTask('checkout', `killed${minutes}`, {
		taskDefinitionArn: taskDefinitionArn('checkout', 43),
		lastStatus: 'STOPPED',
		healthStatus: container ? 'UNHEALTHY' : 'UNKNOWN',
		stopCode: 'ServiceSchedulerInitiated',
		stoppedReason: container
			? 'Task failed container health checks'
			: `Task failed ELB health checks in (target-group ${GROUP})`,
		startedAt: ago(minutes) - lifetime * 1000,
		stoppingAt: ago(minutes),
		privateIpv4Address: `10.0.3.${minutes}`,
		containers: [
			{ name: 'app', lastStatus: 'STOPPED', exitCode: 143, healthStatus: container ? 'UNHEALTHY' : 'UNKNOWN' },
			{ name: 'datadog-agent', lastStatus: 'STOPPED', exitCode: 143 },
		],
		...changes,
	});
}

/** A running task whose app fails its check. */
export function unhealthyTask(id: string, changes: Partial<Task> = {}): Task {
	const containers = [{ name: 'app', lastStatus: 'RUNNING', healthStatus: 'UNHEALTHY' }];
	return aTask('checkout', id, { healthStatus: 'UNHEALTHY', startedAt: ago(5), containers, ...changes });
}

/** Lines of the app of a task, each with the seconds after its start. */
export function said(
	task: Task,
	...lines: readonly (readonly [seconds: number, text: string])[]
): Evidence['lastLines'] {
	const source = { region: REGION, group: '/ecs/checkout', stream: 's', container: 'app', taskArn: task.taskArn };
	const told = lines.map(([seconds, text]): LogLine => {
		const timestamp = (task.startedAt ?? NOW) + seconds * 1000;
		return { eventId: text, timestamp, ingestedAt: timestamp, source, text: safeText(text) };
	});
	return { [task.taskArn]: told };
}

/** A target that was seen to change, so many minutes ago. */
export function flip(minutes: number, before: string | undefined, after: string, last = 1): HealthFlip {
	return {
		at: ago(minutes),
		serviceArn: serviceArn('checkout'),
		...(before !== undefined && { before }),
		after,
		kind: 'target',
		targetGroupArn: GROUP,
		targetId: `10.0.3.${last}`,
		port: 8080,
	};
}
