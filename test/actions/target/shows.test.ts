import { expect, test } from 'vitest';
import type { Change } from '../../../src/aws/changes/change.ts';
import { shows } from '../../../src/actions/target/shows.ts';
import { policy, snapshot } from './target-snapshot.ts';

const CONFIGURATION = policy().configuration ?? {};

test.each([
	['as it was sent', {}, true],
	['with what AWS takes without being told', { DisableScaleIn: false, ScaleInCooldown: 300 }, true],
	['with another target', { TargetValue: 61 }, false],
	['with what it had before and should have lost', { ScaleInCooldown: 20 }, false],
])('a policy %s', (_, there, expected) => {
	const change: Change = {
		name: 'application-autoscaling:PutScalingPolicy',
		region: 'eu-west-1',
		input: {
			PolicyName: 'cpu60',
			PolicyType: 'TargetTrackingScaling',
			ServiceNamespace: 'ecs',
			ResourceId: 'service/prod/checkout',
			ScalableDimension: 'ecs:service:DesiredCount',
			TargetTrackingScalingPolicyConfiguration: CONFIGURATION,
		},
	};
	const { scaling } = snapshot({ policies: [policy('cpu60', there)] });
	expect(shows(change, scaling)).toBe(expected);
	expect(shows(change, undefined)).toBe(false);
});
