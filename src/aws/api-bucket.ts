/** One allowance of calls: at once, and per second afterwards. */
export type Allowance = { readonly burst: number; readonly perSecond: number };

/** Calls that draw on one allowance, of ours and of AWS's. */
export type ApiBucket = Allowance & { readonly name: string };

/**
 * What deckwatch allows itself. AWS's buckets are shared by everybody in the account and region (deployments, autoscaling,
 * other operators): of ECS's a tenth of the refill is taken at most, and of the burst what a first look at 500 services or
 * 4,000 tasks costs.
 * AWS's own numbers: Amazon ECS API Reference, "Request throttling" (service and cluster resource reads 100 at once and 20/s,
 * the other reads 50 and 20/s).
 */
const ECS_BUCKETS: Readonly<Record<string, Allowance & { readonly operations: readonly string[] }>> = {
	'cluster-read': { burst: 25, perSecond: 2, operations: ['ListClusters', 'DescribeClusters'] },
	'service-read': { burst: 60, perSecond: 2, operations: ['ListServices', 'DescribeServices'] },
	'cluster-resource-read': {
		burst: 80,
		perSecond: 2,
		operations: ['ListTasks', 'DescribeTasks', 'ListContainerInstances', 'DescribeContainerInstances'],
	},
	'service-deployment': {
		burst: 25,
		perSecond: 2,
		operations: ['ListServiceDeployments', 'DescribeServiceDeployments'],
	},
	'service-revision': { burst: 25, perSecond: 2, operations: ['DescribeServiceRevisions'] },
	'task-definition-read': { burst: 40, perSecond: 2, operations: ['DescribeTaskDefinition'] },
};

/**
 * A fifth of what the account has, and half of FilterLogEvents, the one that tails: a fifth of that would be one call a second,
 * which a torrent of lines outruns. AWS's own numbers: CloudWatch Logs quotas (FilterLogEvents, DescribeLogStreams and
 * DescribeLogGroups 5/s each, GetLogEvents 10/s).
 */
const LOGS_ALLOWANCES: Readonly<Record<string, Allowance>> = {
	FilterLogEvents: { burst: 2, perSecond: 2.5 },
};

/** APIs that publish no bucket per operation: one for the whole service, in the same spirit. */
const SERVICE_ALLOWANCES: Readonly<Record<string, Allowance>> = {
	cloudwatch: { burst: 10, perSecond: 2 },
	'application-autoscaling': { burst: 40, perSecond: 1 },
	autoscaling: { burst: 20, perSecond: 1 },
	codedeploy: { burst: 40, perSecond: 2 },
	elasticloadbalancing: { burst: 40, perSecond: 2 },
	sts: { burst: 5, perSecond: 1 },
	ec2: { burst: 20, perSecond: 2 },
	servicequotas: { burst: 10, perSecond: 1 },
	ecr: { burst: 20, perSecond: 2 },
};

const OTHERS: Allowance = { burst: 10, perSecond: 1 };

/** The bucket that a call draws on. `service` is the IAM prefix (`ecs`, `logs` …). */
export function apiBucket(service: string, operation: string): ApiBucket {
	if (service === 'logs') return { name: `logs:${operation}`, ...(LOGS_ALLOWANCES[operation] ?? OTHERS) };
	if (service === 'ecs') {
		const found = Object.entries(ECS_BUCKETS).find(([, bucket]) => bucket.operations.includes(operation));
		return found
			? { name: `ecs:${found[0]}`, burst: found[1].burst, perSecond: found[1].perSecond }
			: { name: `ecs:${operation}`, ...OTHERS };
	}
	return { name: service, ...(SERVICE_ALLOWANCES[service] ?? OTHERS) };
}
