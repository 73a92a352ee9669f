/** The members by which a call names the desired count of a service. */
export function scalable(resourceId: string): {
	readonly ServiceNamespace: 'ecs';
	readonly ResourceId: string;
	readonly ScalableDimension: 'ecs:service:DesiredCount';
} {
	return { ServiceNamespace: 'ecs', ResourceId: resourceId, ScalableDimension: 'ecs:service:DesiredCount' };
}
