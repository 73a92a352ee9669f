import { type Block, TASK_KINDS } from '../entry.ts';

/** Fargate, quotas, permissions and the scheduler itself. Wordings: Amazon ECS developer guide, "Service event messages". */
export const CAPACITY: Block = {
	kinds: [...TASK_KINDS, 'api-error', 'scaling-activity'],
	entries: [
		{
			id: 'fargate-capacity',
			severity: 'high',
			match: [/^Capacity is unavailable at this time/iu, /^RESOURCE:FARGATE\b/u],
			short: 'Fargate has no capacity in these zones just now',
			cause:
				'AWS has no room for this size and architecture in the zones of your subnets. Spot runs out first; ECS keeps trying.',
			next: [
				'Add subnets in other zones.',
				'Give FARGATE a base beside FARGATE_SPOT in the capacity provider strategy.',
				'Try another size, or the other CPU architecture if the image is built for both.',
			],
		},
		{
			id: 'fargate-quota',
			severity: 'high',
			match: [
				/^You've reached the limit on the number of (?:tasks|vCPUs) you can run concurrently/iu,
				/^The requested \S{1,40} configuration is above your limit/iu,
			],
			short: "the account's Fargate quota is used up",
			cause: 'All tasks of the account in this region share the quota of vCPUs, On-Demand and Spot apart.',
			next: [
				'Scale something down that can wait, for now.',
				'Have the quota raised: Service Quotas, AWS Fargate, "Fargate On-Demand vCPU resource count" or its Spot twin.',
			],
		},
		{
			id: 'fargate-az-unsupported',
			severity: 'high',
			match: [/^Internal error\.?$/iu],
			when: ({ wrappers }) => wrappers.includes('placement'),
			short: 'one of its subnets may be in a zone without Fargate',
			cause:
				'ECS gives no better reason than an internal error. A subnet in an availability zone without Fargate is what mostly leads to it.',
			next: [
				'Look up the zone ids of the subnets (`aws ec2 describe-subnets`), and take those without Fargate out of the service.',
				'If all zones have it: try again, then ask AWS support with the time of the event.',
			],
		},
		{
			id: 'fargate-invalid-size',
			severity: 'high',
			match: [/^No Fargate configuration exists for given values/iu, /^Invalid 'cpu' setting for task/iu],
			short: 'Fargate does not offer that pair of CPU and memory',
			cause: 'Fargate takes fixed sizes of CPU, each with its own range of memory.',
			next: [
				'Take the nearest pair: 256 CPU with 512, 1024 or 2048 MiB; 512 with 1024 to 4096; 1024 with 2048 to 8192; 2048 with 4096 to 16384; 4096 with 8192 to 30720.',
			],
		},
		{
			id: 'service-start-impaired',
			severity: 'high',
			match: [/^is unable to consistently start tasks successfully/iu],
			short: 'its tasks fail to start again and again',
			cause:
				'Tasks go from PENDING to STOPPED each time. ECS waits ever longer between tries, up to 15 minutes: silence is no recovery.',
			next: [
				'Look at the newest stopped task: its reason is the cause.',
				'Once that is mended, `deckwatch deploy <service> --force` starts anew, without the wait.',
			],
		},
		{
			id: 'service-throttled',
			severity: 'warning',
			match: [/^operations are being throttled/iu],
			short: 'the scheduler is throttled',
			cause: 'ECS has run into a rate limit of an API for this account, and tries again later by itself.',
			next: ['Wait. If it stays, look for what calls AWS that often: a crash loop, or a tool that polls.'],
		},
		{
			id: 'scale-in-protected',
			severity: 'warning',
			match: [
				/^was unable to reach steady state because .{0,300}unable to scale in.{0,60}protect/iu,
				/^was unable to scale in.{0,60}protect/iu,
			],
			short: 'protected tasks keep it from scaling in',
			cause: 'More tasks have scale-in protection than the service should have. ECS does not stop those.',
			next: [
				'See which: `aws ecs get-task-protection`. The protection ends by itself when its time is up.',
				'Or take it off: `aws ecs update-task-protection --no-protection-enabled`. The task was busy when it asked for it.',
			],
		},
		{
			id: 'iam-misconfigured',
			severity: 'critical',
			match: [/^(?:ECS )?IAM (?:permissions policies have|trust relationship has) been misconfigured/iu],
			short: 'its IAM roles no longer let ECS run it',
			cause:
				"A role that ECS acts with, the service-linked role AWSServiceRoleForECS or the service's own, was changed.",
			next: ['See in CloudTrail who changed the role or its trust policy, and put it back.'],
		},
		{
			id: 'assume-role-failed',
			severity: 'high',
			match: [/^ECS was unable to assume the role/iu, /^unable to assume the service linked role/iu],
			inContext: [/^(?:\S{1,40} )?(?:was )?unable to assume the role/iu],
			short: 'ECS may not act as its role',
			title: ({ role }) => (role === undefined ? 'ECS may not assume the role' : `ECS may not assume the role ${role}`),
			cause:
				'The role does not exist, or its trust policy does not let in ECS: ecs-tasks.amazonaws.com for the task role and the execution ' +
				'role, ecs.amazonaws.com for the service-linked one. A role made moments ago may not be known everywhere yet.',
			next: ({ role }) => [
				`Look at its trust policy: \`aws iam get-role --role-name ${role?.split('/').at(-1) ?? '<role>'}\`.`,
				'If the service-linked role is missing: `aws iam create-service-linked-role --aws-service-name ecs.amazonaws.com`.',
				'If the role is new, try again in a minute.',
			],
		},
		{
			id: 'asg-launch-failed',
			severity: 'high',
			match: [
				/\bLaunching EC2 instance failed/iu,
				/^Launching a new EC2 instance[^.]{0,60}\. Status Reason: /iu,
				/^Could not launch (?:Spot|On-Demand) Instances\. /iu,
			],
			short: 'the Auto Scaling group cannot launch instances',
			cause:
				'EC2 refused the launch. The text says why: a quota, no Spot capacity, no addresses in the subnet, a launch template that is wrong.',
			next: [
				'Mend what the text names. The group tries again by itself, ever less often: raise its desired capacity once more to hurry it.',
			],
		},
		{
			id: 'internal-error',
			severity: 'warning',
			inContext: [/^InternalError\b/u],
			short: 'AWS had an internal error',
			cause: 'Something failed on the side of AWS, mostly a network interface that could not be attached in time.',
			next: ['Try again. If it stays, try other subnets, and ask AWS support with the ARN of the task.'],
		},
	],
};
