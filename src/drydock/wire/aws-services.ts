import type { ServiceName } from './service-name.ts';

/** How one AWS service is addressed on the wire, and where its model is. */
export type AwsService = {
	readonly name: ServiceName;
	/** The part of `X-Amz-Target` before the dot; undefined for a service that speaks awsQuery only. */
	readonly target?: string;
	/** The `Version` of a form-encoded request. */
	readonly version: string;
	readonly xmlNamespace: string;
	/** The service speaks EC2's dialect of awsQuery. */
	readonly ec2Query?: boolean;
	/** The service also takes awsQuery requests and answers awsJson errors with their query codes. */
	readonly queryCompatible?: boolean;
	/** Loads the SDK client package; its schemas are the model. Only when the service is called first. */
	readonly load: () => Promise<Readonly<Record<string, unknown>>>;
};

/** Names, versions and namespaces as the SDK's clients have them in their protocol settings. */
export const awsServices: readonly AwsService[] = [
	{
		name: 'ecs',
		target: 'AmazonEC2ContainerServiceV20141113',
		version: '2014-11-13',
		xmlNamespace: 'http://ecs.amazonaws.com/doc/2014-11-13/',
		load: () => import('@aws-sdk/client-ecs'),
	},
	{
		name: 'logs',
		target: 'Logs_20140328',
		version: '2014-03-28',
		xmlNamespace: 'http://monitoring.amazonaws.com/doc/2014-03-28/',
		load: () => import('@aws-sdk/client-cloudwatch-logs'),
	},
	{
		name: 'cloudwatch',
		target: 'GraniteServiceVersion20100801',
		version: '2010-08-01',
		xmlNamespace: 'http://monitoring.amazonaws.com/doc/2010-08-01/',
		queryCompatible: true,
		load: () => import('@aws-sdk/client-cloudwatch'),
	},
	{
		name: 'application-autoscaling',
		target: 'AnyScaleFrontendService',
		version: '2016-02-06',
		xmlNamespace: 'http://autoscaling.amazonaws.com/doc/2016-02-06/',
		load: () => import('@aws-sdk/client-application-auto-scaling'),
	},
	{
		name: 'codedeploy',
		target: 'CodeDeploy_20141006',
		version: '2014-10-06',
		xmlNamespace: 'http://codedeploy.amazonaws.com/doc/2014-10-06/',
		load: () => import('@aws-sdk/client-codedeploy'),
	},
	{
		name: 'elasticloadbalancing',
		version: '2015-12-01',
		xmlNamespace: 'http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/',
		load: () => import('@aws-sdk/client-elastic-load-balancing-v2'),
	},
	{
		name: 'sts',
		version: '2011-06-15',
		xmlNamespace: 'https://sts.amazonaws.com/doc/2011-06-15/',
		load: () => import('@aws-sdk/client-sts'),
	},
	{
		name: 'ec2',
		version: '2016-11-15',
		xmlNamespace: 'http://ec2.amazonaws.com/doc/2016-11-15',
		ec2Query: true,
		load: () => import('./models/ec2.ts'),
	},
	{
		name: 'servicequotas',
		target: 'ServiceQuotasV20190624',
		version: '2019-06-24',
		xmlNamespace: 'http://servicequotas.amazonaws.com/doc/2019-06-24/',
		load: () => import('./models/service-quotas.ts'),
	},
	{
		name: 'autoscaling',
		version: '2011-01-01',
		xmlNamespace: 'http://autoscaling.amazonaws.com/doc/2011-01-01/',
		load: () => import('./models/auto-scaling.ts'),
	},
	{
		name: 'ecr',
		target: 'AmazonEC2ContainerRegistry_V20150921',
		version: '2015-09-21',
		xmlNamespace: 'http://ecr.amazonaws.com/doc/2015-09-21/',
		load: () => import('@aws-sdk/client-ecr'),
	},
];
