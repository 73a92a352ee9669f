import { z } from 'zod';
import { deploymentSchema } from './deployment-schema.ts';
import { duration } from './duration.ts';
import { constraintSchema, strategySchema } from './placement-schema.ts';

const count = z.number().int().min(0);
const percent = z.number().int().min(0).max(1000);

const healthCheck = z.strictObject({
	/** The shell command of a CMD-SHELL check. */
	command: z.string(),
	interval: count.optional(),
	timeout: count.optional(),
	retries: count.optional(),
	startPeriod: count.optional(),
});

const traffic = z.strictObject({
	/** Requests per second at the mean of the day. */
	base: z.number().min(0),
	swing: z.number().min(0).max(1).default(0.4),
	/** UTC. */
	peakHour: z.number().min(0).max(24).default(5),
	noise: z.number().min(0).max(1).default(0.08),
});

/** What a capacity provider has of a service: so many tasks first, then its weight of the others. */
const providerShare = z.strictObject({ weight: count, base: count.default(0) });

const scaling = z.strictObject({
	min: count,
	max: count,
	/** Target of the service's mean CPU utilization, percent. */
	cpu: z.number().positive().optional(),
	memory: z.number().positive().optional(),
	scaleOutCooldown: count.optional(),
	scaleInCooldown: count.optional(),
});

/** Deployed by CodeDeploy instead of by ECS. */
const codeDeploy = z.strictObject({
	/** Of the predefined configurations for ECS. */
	config: z
		.enum([
			'AllAtOnce',
			'Canary10Percent5Minutes',
			'Canary10Percent15Minutes',
			'Linear10PercentEvery1Minutes',
			'Linear10PercentEvery3Minutes',
		])
		.default('AllAtOnce'),
	/** Default: as the ECS console names it, `AppECS-<cluster>-<service>`. */
	application: z.string().optional(),
	/** Minutes that an installed revision waits for somebody to continue. */
	readyWait: count.optional(),
	/** Minutes that the old tasks stay once all traffic has left them. */
	terminationWait: count.default(5),
	rollback: z.boolean().default(true),
});

/** A container beside the main one. */
export const sidecarSchema = z.strictObject({
	image: z.string(),
	cpu: count.optional(),
	memory: count.optional(),
	memoryReservation: count.optional(),
	essential: z.boolean().default(false),
	port: z.number().int().optional(),
	healthCheck: healthCheck.optional(),
	environment: z.record(z.string(), z.string()).optional(),
});

/** What can be said of a service, in `defaults` too; sizes are CPU units and MiB. */
export const serviceTraits = z.strictObject({
	cluster: z.string().optional(),
	tasks: count.optional(),
	cpu: count.optional(),
	memory: count.optional(),
	/** CPU units of the main container; default: on Fargate none of its own. */
	containerCpu: count.optional(),
	/** `repository:tag`; default: the service's name and the revision. */
	image: z.string().optional(),
	revision: z.number().int().min(1).optional(),
	architecture: z.enum(['X86_64', 'ARM64']).optional(),
	port: z.number().int().optional(),
	/** Behind the cluster's load balancer: the path it checks. */
	loadBalancer: z.string().optional(),
	/** Seconds between the load balancer's checks. */
	checkInterval: count.optional(),
	deregistrationDelay: count.optional(),
	healthCheck: healthCheck.optional(),
	gracePeriod: count.optional(),
	sidecars: z.array(z.string()).optional(),
	minimumHealthyPercent: percent.optional(),
	maximumPercent: percent.optional(),
	circuitBreaker: z.enum(['off', 'on', 'rollback']).optional(),
	codeDeploy: codeDeploy.optional(),
	/** How deployments shift traffic from the old tasks to the new; default: they roll. */
	deployment: deploymentSchema.optional(),
	/** Names of `alarms` that fail a deployment and roll it back. */
	alarms: z.array(z.string()).min(1).optional(),
	/** Capacity providers with their weights, and bases; default: the launch type. */
	capacity: z.record(z.string(), z.union([count, providerShare])).optional(),
	launchType: z.enum(['FARGATE', 'EC2']).optional(),
	/** On instances: bridge unless said otherwise. */
	networkMode: z.enum(['bridge', 'host', 'awsvpc']).optional(),
	/** In bridge mode: the port of the instance that leads to `port`; without it each task gets one of its own. */
	hostPort: z.number().int().optional(),
	/** On instances: MiB that are reserved for a container that may use more. */
	memoryReservation: count.optional(),
	/** On instances: which of several takes a task, and which may take one at all. */
	placementStrategy: z.array(strategySchema).optional(),
	placementConstraints: z.array(constraintSchema).optional(),
	publicIp: z.boolean().optional(),
	exec: z.boolean().optional(),
	serviceConnect: z.boolean().optional(),
	serviceDiscovery: z.boolean().optional(),
	environment: z.record(z.string(), z.string()).optional(),
	/** Names of environment variables that come from Secrets Manager. */
	secrets: z.array(z.string()).optional(),
	tags: z.record(z.string(), z.string()).optional(),
	traffic: traffic.optional(),
	scaling: scaling.optional(),
	/** How long ago the present revision was deployed. */
	deployed: duration.optional(),
});

export const serviceSchema = serviceTraits.extend({
	/** With `repeat`, `{n}` stands for the number, from 001. */
	name: z.string().regex(/^[A-Za-z0-9{][A-Za-z0-9_{}-]*$/, { error: 'must be letters, digits, _ and -' }),
	repeat: z.number().int().min(1).max(5000).optional(),
});

export type ServiceTraits = z.infer<typeof serviceTraits>;
export type ServiceEntry = z.infer<typeof serviceSchema>;
export type SidecarEntry = z.infer<typeof sidecarSchema>;
