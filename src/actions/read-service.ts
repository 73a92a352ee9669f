import { AwsCallError } from '../aws/aws-call-error.ts';
import type { Aws } from '../aws/aws.ts';
import type { Service } from '../model/service.ts';
import type { Subject } from './subject.ts';

/** The service as it is now. @throws {AwsCallError} also when there is no such service */
export async function readService(
	aws: Aws,
	{ clusterArn, clusterName, serviceArn, serviceName }: Subject,
	signal?: AbortSignal,
): Promise<Service> {
	const [service] = await aws.describeServices(clusterArn, [serviceArn], signal ? { signal } : {});
	if (service) return service;
	throw new AwsCallError({
		kind: 'not-found',
		service: 'ecs',
		operation: 'DescribeServices',
		code: 'MISSING',
		message: `There is no service ${serviceName} in ${clusterName} any more.`,
		next: 'It was deleted meanwhile: look at the list of services.',
	});
}
