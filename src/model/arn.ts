/** The pieces of `arn:partition:service:region:account:resource`. */
export type Arn = {
	readonly partition: string;
	readonly service: string;
	readonly region: string;
	readonly account: string;
	readonly resource: string;
};

/** Splits an ARN; undefined when the text is none. */
export function parseArn(text: string): Arn | undefined {
	const [arn, partition, service, region, account, ...resource] = text.split(':');
	if (arn !== 'arn' || !partition || !service || resource.length === 0) return undefined;
	return { partition, service, region: region ?? '', account: account ?? '', resource: resource.join(':') };
}

/** The name at the end of an ARN or path: `service/prod/checkout` -> `checkout`. */
export function lastSegment(arn: string): string {
	return arn.slice(Math.max(arn.lastIndexOf('/'), arn.lastIndexOf(':')) + 1);
}

/** The region in an ARN, or '' when it has none. */
export function regionOf(arn: string): string {
	return parseArn(arn)?.region ?? '';
}

/** `arn:…:task-definition/checkout:43` -> `checkout:43`. */
export function familyRevision(taskDefinitionArn: string): string {
	return taskDefinitionArn.slice(taskDefinitionArn.lastIndexOf('/') + 1);
}

/** `checkout:43` or its ARN -> `43`; NaN when there is no revision. */
export function revisionOf(taskDefinition: string): number {
	const name = familyRevision(taskDefinition);
	const colon = name.lastIndexOf(':');
	return colon === -1 ? Number.NaN : Number(name.slice(colon + 1));
}

/** The short form under which people know a task: the first six characters of its id. */
export function shortTaskId(taskArn: string): string {
	return lastSegment(taskArn).slice(0, 6);
}
