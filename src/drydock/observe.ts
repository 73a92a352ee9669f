import { measureMinute } from './load/measure.ts';
import type { MetricBook } from './load/metric-book.ts';
import { starveContainers } from './load/starve.ts';
import { watchAlarms } from './load/watch-alarms.ts';
import { followWorld } from './logs/follow-world.ts';
import { emptyLogBook, type LogBook } from './logs/log-book.ts';
import { tellOfLoad } from './logs/tell-of-load.ts';
import { tellOfStarvation } from './logs/tell-of-starvation.ts';
import { type AlarmBook, recordAlarms } from './scaling/alarm-book.ts';
import { runSchedules } from './scaling/run-schedules.ts';
import { trackTargets } from './scaling/track-targets.ts';
import { applicationAutoScalingHandlers } from './services/application-autoscaling/handlers.ts';
import { autoScalingHandlers } from './services/autoscaling/handlers.ts';
import { cloudWatchHandlers } from './services/cloudwatch/handlers.ts';
import { codeDeployHandlers } from './services/codedeploy/handlers.ts';
import { ec2Handlers } from './services/ec2/handlers.ts';
import { ecrHandlers } from './services/ecr/handlers.ts';
import { loadBalancingHandlers } from './services/elasticloadbalancing/handlers.ts';
import { logsHandlers } from './services/logs/handlers.ts';
import { serviceQuotasHandlers } from './services/servicequotas/handlers.ts';
import { stsHandlers } from './services/sts/handlers.ts';
import type { Handlers } from './wire/handler.ts';
import type { ServiceName } from './wire/service-name.ts';
import type { World } from './world/world.ts';

/** What is recorded of a world beside the world itself. */
export type Records = { readonly logs: LogBook; readonly metrics: MetricBook; readonly alarms: AlarmBook };

export function emptyRecords(): Records {
	return { logs: emptyLogBook(), metrics: new Map(), alarms: new Map() };
}

/** Records of the minute that has ended what was measured, and which alarms that changed. */
export function measureWorld(world: World, { metrics, alarms }: Records): void {
	measureMinute(world, metrics);
	recordAlarms(world, metrics, alarms);
	watchAlarms(world, metrics);
}

/** Records the minute that has ended, and lets scaling act on it; to be called on every full minute of world time. */
export function observeMinute(world: World, records: Records): void {
	const { logs, metrics } = records;
	measureWorld(world, records);
	starveContainers(world);
	followWorld(logs, world);
	tellOfLoad(logs, metrics, world);
	tellOfStarvation(logs, world);
	runSchedules(world);
	trackTargets(world, metrics);
}

/** The AWS services that show what was recorded: all but ECS. */
export function recordHandlers(
	world: World,
	{ logs, metrics, alarms }: Records,
): Readonly<Partial<Record<ServiceName, Handlers>>> {
	return {
		logs: logsHandlers(world, logs),
		cloudwatch: cloudWatchHandlers(world, metrics, alarms),
		'application-autoscaling': applicationAutoScalingHandlers(world),
		codedeploy: codeDeployHandlers(world),
		elasticloadbalancing: loadBalancingHandlers(world),
		sts: stsHandlers(world),
		ec2: ec2Handlers(world),
		autoscaling: autoScalingHandlers(world),
		servicequotas: serviceQuotasHandlers(world),
		ecr: ecrHandlers(world),
	};
}
