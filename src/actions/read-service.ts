import { AwsCallError } from '../aws/aws-call-error.ts';
import type { Aws } from '../aws/aws.ts';
import type { Service } from '../model/service.ts';
import type { Subject } from './subject.ts';

/** The service as it is now; undefined when there is no such service any more. @throws {AwsCallError} */
export async function readServiceIfThere(
	aws: Aws,
	{ clusterArn, serviceArn }: Subject,
	signal?: AbortSignal,
): Promise<Service | undefined> {
	const [service] = await aws.describeServices(clusterArn, [serviceArn], signal ? { signal } : {});
	return service;
}

/** The service as it is now. @throws {AwsCallError} also when there is no such service */
export async function readService(aws: Aws, subject: Subject, signal?: AbortSignal): Promise<Service> {
	const { clusterName, serviceName } = subject;
	const service = await readServiceIfThere(aws, subject, signal);
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
