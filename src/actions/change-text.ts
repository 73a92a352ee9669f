import { lastSegment } from '../model/arn.ts';
import type { Change } from '../aws/changes/change.ts';

/** Members that say which thing is changed: the dialog names it already. */
const WHERE: ReadonlySet<string> = new Set([
	'cluster',
	'service',
	'ServiceNamespace',
	'ResourceId',
	'ScalableDimension',
]);

/** A call as a line: `ecs:UpdateService(desiredCount=6)`. */
export function changeText({ name, input }: Change): string {
	const members = Object.entries(input).flatMap(([member, value]) =>
		WHERE.has(member) || value === undefined ? [] : [`${member}=${valueText(value)}`],
	);
	return `${name}(${members.join(', ')})`;
}

function valueText(value: unknown): string {
	if (typeof value === 'string') return value.startsWith('arn:') ? lastSegment(value) : value;
	return JSON.stringify(value);
}
