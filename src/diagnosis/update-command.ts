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

/** Moves the bounds of its rollouts; what else the deployment configuration holds stays as it is. */
export function boundsCommand(service: Service, min: number, max: number): string {
	const how = `minimumHealthyPercent=${min},maximumPercent=${max}`;
	return `aws ecs update-service ${whereOptions(service)} --service ${service.serviceName} --deployment-configuration ${how}`;
}
