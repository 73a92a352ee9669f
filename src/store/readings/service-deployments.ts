import { putValues } from '../picture-update.ts';
import { SETTLE, type ReadingContext } from '../reading-context.ts';
import type { Reading } from '../reading.ts';

/** The rollouts of a service. */
export function serviceDeploymentsReading(
	{ aws, time }: ReadingContext,
	clusterArn: string,
	serviceArn: string,
): Reading {
	return {
		key: `service deployments ${serviceArn}`,
		every: 5_000,
		settle: SETTLE,
		table: 'serviceDeployments',
		keys: [serviceArn],
		async read(signal, found) {
			const deployments = await aws.serviceDeployments(serviceArn, clusterArn, signal);
			found((picture) => putValues(picture, 'serviceDeployments', [[serviceArn, deployments]], time.now()));
		},
	};
}
