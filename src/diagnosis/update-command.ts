import { lastSegment, regionOf } from '../model/arn.ts';
import type { Service } from '../model/service.ts';

/** `--cluster prod --region ap-northeast-1`: what finds the cluster of a service again from any shell. */
export function whereOptions(service: Pick<Service, 'clusterArn'>): string {
	return `--cluster ${lastSegment(service.clusterArn)} ${regionOption(service)}`;
}

/** `--region ap-northeast-1` */
export function regionOption({ clusterArn }: Pick<Service, 'clusterArn'>): string {
	return `--region ${regionOf(clusterArn)}`;
}

/** A name for a shell: as it is where that does, else between quotes. */
export function quoted(name: string): string {
	return /^[\w./:@%+=-]+$/u.test(name) ? name : `'${name.replaceAll("'", `'\\''`)}'`;
}

/** Moves the bounds of its rollouts; what else the deployment configuration holds stays as it is. */
export function boundsCommand(service: Service, min: number, max: number): string {
	const how = `minimumHealthyPercent=${min},maximumPercent=${max}`;
	return `aws ecs update-service ${whereOptions(service)} --service ${service.serviceName} --deployment-configuration ${how}`;
}
