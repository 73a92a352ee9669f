import type { Aws } from '../../src/aws/aws.ts';
import type { Service } from '../../src/model/service.ts';
import { fakeAws } from './fake-aws.ts';
import { serviceArn } from '../fixtures/shop.ts';
import type { SteppedTime } from './stepped-time.ts';

export const nameOf = (arn: string): string => arn.slice(arn.lastIndexOf('/') + 1);
export const names = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `s${index}`);

/** A cluster whose services are as told; a describe takes a moment. */
export function clusterOf(
	time: SteppedTime,
	all: readonly string[],
	describe: (name: string) => Service,
	calls: Partial<Aws> = {},
): Aws {
	const arns = all.map(serviceArn);
	return fakeAws({
		services: async (_cluster, options) => {
			const services = all.map(describe);
			options?.onBatch?.(services);
			return services;
		},
		serviceArns: async () => arns,
		describeServices: async (_cluster, asked) => {
			await new Promise<void>((resolve) => time.setTimeout(resolve, 150));
			return asked.map((arn) => describe(nameOf(arn)));
		},
		...calls,
	});
}
