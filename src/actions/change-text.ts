import { familyRevision, lastSegment } from '../model/arn.ts';
import { appSpecOf } from '../aws/changes/app-spec-revision.ts';
import type { Change } from '../aws/changes/change.ts';
import { taskDefinitionIn } from '../model/app-spec.ts';
import { masked } from '../model/mask.ts';
import { safeText } from '../model/safe-text.ts';
import type { TrackingConfiguration } from '../model/scaling.ts';

/** Members that say which thing is changed: the dialog names it already. */
const WHERE: ReadonlySet<string> = new Set([
	'cluster',
	'service',
	'ServiceNamespace',
	'ResourceId',
	'ScalableDimension',
]);

/** A call as a line, cleaned: `ecs:UpdateService(desiredCount=6)`. */
export function changeText(change: Change): string {
	return safeText(callText(change));
}

function callText(change: Change): string {
	const { name, input } = change;
	// The rest of a task definition is what the plan's differences are made of.
	if (name === 'ecs:RegisterTaskDefinition') return `${name}(family=${String(change.input['family'])})`;
	if (change.name === 'codedeploy:CreateDeployment') {
		const { applicationName, deploymentGroupName, revision } = change.input;
		const taskDefinition = valueText(taskDefinitionIn(appSpecOf(revision)) ?? '');
		return `${name}(applicationName=${applicationName}, deploymentGroupName=${deploymentGroupName}, taskDefinition=${taskDefinition})`;
	}
	const members = Object.entries(masked(flat(input))).flatMap(([member, value]) =>
		WHERE.has(member) || value === undefined ? [] : [`${member}=${valueText(value)}`],
	);
	return `${name}(${members.join(', ')})`;
}

/** The settings of a scaling policy beside its name; what somebody made up to measure would be a page long. */
function flat(input: object): object {
	const { TargetTrackingScalingPolicyConfiguration: tracking, PolicyType: _, ...rest } = input as Policy;
	if (!tracking) return input;
	const { PredefinedMetricSpecification: predefined, ...settings } = tracking;
	const members = Object.entries({ ...settings, ...(isRecord(predefined) ? predefined : {}) });
	const shown = members.flatMap(([member, value]) => (typeof value === 'object' ? [] : [[member, value] as const]));
	return { ...rest, ...Object.fromEntries(shown) };
}

type Policy = {
	readonly TargetTrackingScalingPolicyConfiguration?: TrackingConfiguration;
	readonly PolicyType?: string;
};

function valueText(value: unknown): string {
	if (typeof value !== 'string') return JSON.stringify(value);
	if (value.includes(':task-definition/')) return familyRevision(value);
	return value.startsWith('arn:') ? lastSegment(value) : value;
}

/** A call as it may be written down: without values that may be secrets. */
export function recordable({ name, region, input }: Change): {
	readonly name: Change['name'];
	readonly region: string;
	readonly input: unknown;
} {
	return { name, region, input: masked(input) };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null;
}
