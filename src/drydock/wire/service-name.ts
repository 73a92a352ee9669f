/** The services drydock speaks for, by the prefix IAM actions have: `ecs:ListServices`, `logs:FilterLogEvents`. */
export const serviceNames = [
	'ecs',
	'logs',
	'cloudwatch',
	'application-autoscaling',
	'codedeploy',
	'elasticloadbalancing',
	'sts',
	'ec2',
	'servicequotas',
	'autoscaling',
	'ecr',
] as const;

export type ServiceName = (typeof serviceNames)[number];
