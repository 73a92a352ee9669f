import { shellWord } from '../model/shell-word.ts';
import { lastSegment, regionOf } from '../model/arn.ts';
import type { Service } from '../model/service.ts';

/** `--cluster prod --region ap-northeast-1`: what finds the cluster of a service again from any shell. */
export function whereOptions(service: Pick<Service, 'clusterArn'>): string {
	return `--cluster ${lastSegment(service.clusterArn)} ${regionOption(service)}`;
}

/** `--region ap-northeast-1`: a shell may be set to another region, where something else has the same name. */
export function regionOption({ clusterArn }: Pick<Service, 'clusterArn'>): string {
	return `--region ${regionOf(clusterArn)}`;
}

/** Moves the bounds of its rollouts. Its circuit breaker and alarms go along: nobody says that AWS keeps what is left out. */
export function boundsCommand(service: Service, min: number, max: number): string {
	const { circuitBreaker: deploymentCircuitBreaker, alarms } = service.deploymentConfiguration ?? {};
	const all = {
		...(deploymentCircuitBreaker && { deploymentCircuitBreaker }),
		...(alarms && { alarms }),
		minimumHealthyPercent: min,
		maximumPercent: max,
	};
	return `${updateService(service)} --deployment-configuration ${shellWord(JSON.stringify(all))}`;
}

/** Gives new tasks so many seconds before a failed check counts. */
export function graceCommand(service: Service, seconds: number): string {
	return `${updateService(service)} --health-check-grace-period-seconds ${seconds}`;
}

function updateService(service: Service): string {
	return `aws ecs update-service ${whereOptions(service)} --service ${service.serviceName}`;
}
