/** The part of a world that ARNs are made with. */
type Owner = { readonly account: string };

/** `arn:aws:<service>:<region>:<account>:<resource>` in the world's account. */
export function arnOf({ account }: Owner, service: string, region: string, resource: string): string {
	return `arn:aws:${service}:${region}:${account}:${resource}`;
}

/** An ECS resource: `ecsArn(world, 'eu-west-1', 'cluster', 'prod')`. */
export function ecsArn(owner: Owner, region: string, ...path: readonly string[]): string {
	return arnOf(owner, 'ecs', region, path.join('/'));
}

/** The last part of an ARN or path: `…:service/prod/checkout` -> `checkout`. */
export function nameOf(arn: string): string {
	return arn.slice(arn.lastIndexOf('/') + 1);
}
