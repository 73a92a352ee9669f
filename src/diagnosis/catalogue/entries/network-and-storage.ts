import { type Block, TASK_KINDS } from '../entry.ts';

/**
 * Network interfaces, volumes and files, before a container is created. Wordings: Amazon ECS developer guide, "TaskFailedToStart
 * errors"; amazon-ecs-agent; and stopped reasons as they are quoted in public (test/fixtures/messages.jsonl).
 */
export const NETWORK_AND_STORAGE: Block = {
	kinds: TASK_KINDS,
	entries: [
		{
			id: 'eni-create-failed',
			severity: 'warning',
			match: [
				[/^Unexpected EC2 error while attempting to /iu, /AuthFailure|TagPolicyViolation/iu],
				/^Unexpected EC2 error while attempting to (?:tag|attach|delete|describe)/iu,
			],
			short: 'EC2 did not give it a network interface',
			cause:
				'EC2 refused the call that ECS made for the network interface of the task; the end of the text is its error.',
			next: [
				'AuthFailure passes by itself mostly: wait for the next try.',
				'TagPolicyViolation: the tags that ECS puts on the interface break a tag policy of the organization; change the tags or the policy.',
			],
		},
		{
			id: 'subnet-ip-exhausted',
			severity: 'critical',
			match: [
				/^Unexpected EC2 error while attempting to Create Network Interface/iu,
				[/^\S{0,80}InsufficientFreeAddressesInSubnet/u],
			],
			short: 'no free address left in the subnet',
			title: ({ subnet }) =>
				subnet === undefined ? 'The subnet has no free address left' : `${subnet} has no free address left`,
			cause:
				'Each task in network mode awsvpc takes an address, a deployment up to twice as many, and AWS keeps five of each subnet.',
			next: ({ subnet = '<subnet>' }) => [
				`See how many are left: \`aws ec2 describe-subnets --subnet-ids ${subnet} --query 'Subnets[].AvailableIpAddressCount'\`.`,
				'Add a larger subnet to the service.',
				'For now: lower maximumPercent, so that a deployment needs fewer at once, or scale something down in that subnet.',
			],
		},
		{
			id: 'eni-rate-limited',
			severity: 'warning',
			match: [/^Rate limit exceeded while (?:attempting to Create|preparing) Network Interface/iu],
			short: "EC2's rate limit for network interfaces was reached",
			cause:
				'Too many network interfaces were asked for at once: tasks that die and are started again all the time do that.',
			next: [
				'Find the service whose tasks keep dying, and scale it to 0 until it is mended.',
				'Else wait: ECS tries again.',
			],
		},
		{
			id: 'eni-provision-timeout',
			severity: 'high',
			match: [
				/^Timeout waiting for network interface provisioning/iu,
				/^Network interface provision complete error timeout/iu,
				/^ResourceInitializationError: failed to configure ENI/iu,
			],
			short: 'its network interface took too long',
			cause:
				'The network interface was not attached in time. On Fargate that passes; on EC2 one bad instance may keep doing it.',
			next: ['Wait for the next try.', 'If it is always the same container instance: drain it and replace it.'],
		},
		{
			id: 'storage-provision-timeout',
			severity: 'high',
			match: [/^Timeout waiting for EphemeralStorage provisioning/iu],
			short: 'its ephemeral storage took too long',
			cause: 'Fargate did not have the disk of the task ready in time. It passes.',
			next: ['Wait for the next try.'],
		},
		{
			id: 'efs-mount-failed',
			severity: 'high',
			match: [
				/^ResourceInitializationError: failed to invoke EFS utils commands/iu,
				/^failed to invoke EFS utils commands/iu,
				[/^(?:ResourceInitializationError|CannotStartContainerError|CannotCreateVolumeError)/iu, /mount\.nfs4|EFS/u],
			],
			short: 'its EFS volume could not be mounted',
			title: ({ fileSystem }) =>
				fileSystem === undefined
					? 'The EFS volume could not be mounted'
					: `The EFS volume ${fileSystem} could not be mounted`,
			cause:
				'The task could not reach its file system, was not let in, or asked for a directory that is not there. The end of the text tells which.',
			next: ({ fileSystem = '<fs-id>' }) => [
				`"Failed to resolve": no mount target in the zone of the task, or DNS is off in the VPC: \`aws efs describe-mount-targets --file-system-id ${fileSystem}\`.`,
				'"Connection reset" or a timeout: the security group of the mount target must let in TCP 2049 from the task.',
				'"access denied": the policy of the file system, or the task role where IAM is used.',
				'"No such file or directory": the root directory or access point does not exist.',
			],
		},
		{
			id: 'env-file-failed',
			severity: 'high',
			match: [
				/^(?:ResourceInitializationError: )?failed to download env files/iu,
				/^(?:ResourceInitializationError: )?unable to download env file/iu,
			],
			short: 'its environment file could not be read from S3',
			title: ({ key, bucket }) =>
				bucket === undefined
					? 'The environment file could not be read from S3'
					: `The environment file ${key} could not be read from ${bucket}`,
			cause: 'The file does not exist, the execution role may not read it, or S3 cannot be reached from the subnet.',
			next: [
				'403: give the execution role s3:GetObject on the file and s3:GetBucketLocation on the bucket.',
				'404: check `environmentFiles` of the task definition against the bucket.',
				'A timeout: the subnet needs a way to S3, a gateway endpoint or a NAT gateway.',
			],
		},
		{
			id: 'ebs-attach-failed',
			severity: 'high',
			match: [
				/^(?:ResourceInitializationError: )?(?:failed to attach|unable to attach|failed to create) (?:the )?(?:Amazon )?EBS volume/iu,
			],
			short: 'its EBS volume could not be attached',
			cause: 'The volume could not be created or attached. `statusReason` of the attachment of the task says why.',
			next: [
				'Read it: `aws ecs describe-tasks`, attachments of type AmazonElasticBlockStorage, details, statusReason.',
				'Check the infrastructure role of the service, the size and type of the volume, and that its snapshot is in this zone.',
			],
		},
		{
			id: 'volume-create-failed',
			severity: 'high',
			match: [/^CannotCreateVolumeError\b/u],
			short: 'its volume could not be created',
			cause: 'The agent could not create or mount a volume of the task; the text says why.',
			next: ['Check the volumes of the task definition: driver, options, path on the host.'],
		},
	],
};
