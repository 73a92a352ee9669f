import * as scaling from '@aws-sdk/client-application-auto-scaling';
import * as asg from '@aws-sdk/client-auto-scaling';
import * as ecs from '@aws-sdk/client-ecs';
import * as elb from '@aws-sdk/client-elastic-load-balancing-v2';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toAutoScalingGroup, toCapacityProvider } from '../../../src/aws/shapes/to-capacity-provider.ts';
import { toCluster } from '../../../src/aws/shapes/to-cluster.ts';
import { toContainerInstance } from '../../../src/aws/shapes/to-container-instance.ts';
import { toScalableTarget } from '../../../src/aws/shapes/to-scalable-target.ts';
import { toScalingActivity } from '../../../src/aws/shapes/to-scaling-activity.ts';
import { toScalingPolicy } from '../../../src/aws/shapes/to-scaling-policy.ts';
import { toService } from '../../../src/aws/shapes/to-service.ts';
import { toServiceDeployment } from '../../../src/aws/shapes/to-service-deployment.ts';
import { toTargetGroup } from '../../../src/aws/shapes/to-target-group.ts';
import { toTargetHealth } from '../../../src/aws/shapes/to-target-health.ts';
import { toTask } from '../../../src/aws/shapes/to-task.ts';
import { toTaskDefinition } from '../../../src/aws/shapes/to-task-definition.ts';
import { awsShape } from './aws-shape.ts';

/** What moves the cursor, rings, or turns the reading direction. */
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const HOSTILE = /[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/;

/** All texts in a model value. A task definition's document is shown by nobody as it is. */
function textsIn(value: unknown): readonly string[] {
	if (typeof value === 'string') return [value];
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, member]) => (key === 'document' ? [] : textsIn(member)));
}

/** Absent means absent: a member that is there has a value. */
function hasUndefined(value: unknown): boolean {
	if (typeof value !== 'object' || value === null) return value === undefined;
	return Object.values(value).some(hasUndefined);
}

describe('whatever AWS leaves out or invents, the translation has an answer of clean texts', () => {
	test.each([
		['cluster', ecs.Cluster$, (shape: object) => toCluster(shape, 'eu-west-1')],
		['service', ecs.Service$, toService],
		['task', ecs.Task$, toTask],
		['task definition', ecs.TaskDefinition$, toTaskDefinition],
		['service deployment', ecs.ServiceDeployment$, (shape: object) => toServiceDeployment(shape, new Map())],
		['container instance', ecs.ContainerInstance$, toContainerInstance],
		[
			'capacity provider',
			ecs.CapacityProvider$,
			(shape: object) => toCapacityProvider(shape, toAutoScalingGroup({} as asg.AutoScalingGroup, undefined)),
		],
		[
			'Auto Scaling group',
			asg.AutoScalingGroup$,
			(shape: object) => toAutoScalingGroup(shape as asg.AutoScalingGroup, []),
		],
		[
			'activity of an Auto Scaling group',
			asg.Activity$,
			(shape: object) => toAutoScalingGroup({} as asg.AutoScalingGroup, [shape as asg.Activity]),
		],
		[
			'scaling activity',
			scaling.ScalingActivity$,
			(shape: object) => toScalingActivity(shape as scaling.ScalingActivity),
		],
		['target group', elb.TargetGroup$, toTargetGroup],
		['target health', elb.TargetHealthDescription$, (shape: object) => toTargetHealth('arn:tg', shape)],
		['scalable target', scaling.ScalableTarget$, (shape: object) => toScalableTarget(shape as scaling.ScalableTarget)],
		['scaling policy', scaling.ScalingPolicy$, (shape: object) => toScalingPolicy(shape as scaling.ScalingPolicy)],
	])('%s', (_, schema, translate) => {
		fc.assert(
			fc.property(awsShape(schema), (shape) => {
				const model = translate(shape as object);
				expect(textsIn(model).filter((text) => HOSTILE.test(text))).toEqual([]);
				expect(hasUndefined({ ...model, document: null })).toBe(false);
			}),
		);
	});
});
