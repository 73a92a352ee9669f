import type * as scaling from '@aws-sdk/client-application-auto-scaling';
import type * as codedeploy from '@aws-sdk/client-codedeploy';
import type * as ecs from '@aws-sdk/client-ecs';
import type { TrackingConfiguration } from '../../model/scaling.ts';

/** What each changing operation takes, as the SDK sends it. The names are also the IAM actions they need. */
type ChangeInputs = {
	readonly 'ecs:UpdateService': ecs.UpdateServiceCommandInput;
	/** The whole request as JSON: settings that this SDK does not know go along. */
	readonly 'ecs:RegisterTaskDefinition': Readonly<Record<string, unknown>>;
	readonly 'ecs:RunTask': ecs.RunTaskCommandInput;
	readonly 'ecs:StopTask': ecs.StopTaskCommandInput;
	readonly 'ecs:StopServiceDeployment': ecs.StopServiceDeploymentCommandInput;
	readonly 'ecs:ContinueServiceDeployment': ecs.ContinueServiceDeploymentCommandInput;
	/** The AppSpec goes along as `appSpecRevision` makes it. */
	readonly 'codedeploy:CreateDeployment': codedeploy.CreateDeploymentCommandInput;
	readonly 'codedeploy:StopDeployment': codedeploy.StopDeploymentCommandInput;
	readonly 'codedeploy:ContinueDeployment': codedeploy.ContinueDeploymentCommandInput;
	readonly 'application-autoscaling:RegisterScalableTarget': scaling.RegisterScalableTargetCommandInput;
	readonly 'application-autoscaling:DeregisterScalableTarget': scaling.DeregisterScalableTargetCommandInput;
	/** Of a target-tracking policy, sent as JSON: settings that this SDK does not know go along. */
	readonly 'application-autoscaling:PutScalingPolicy': Omit<
		scaling.PutScalingPolicyCommandInput,
		'TargetTrackingScalingPolicyConfiguration'
	> & { readonly TargetTrackingScalingPolicyConfiguration: TrackingConfiguration };
	readonly 'application-autoscaling:DeleteScalingPolicy': scaling.DeleteScalingPolicyCommandInput;
};

/** An operation that changes the account, named as IAM names it: `ecs:UpdateService`. */
export type ChangeName = keyof ChangeInputs;

/** One changing call, as data: what is previewed is what is sent. */
export type Change = {
	readonly [Name in ChangeName]: {
		readonly name: Name;
		readonly region: string;
		readonly input: Readonly<ChangeInputs[Name]>;
	};
}[ChangeName];

/** Stands in a change for what an earlier one of the same plan brings: the ARN of the revision it registers. */
export const REGISTERED = 'registered';

/** What AWS said to a change that it took. */
export type ChangeAnswer = {
	readonly requestId?: string;
	/** Of the revision that was registered. */
	readonly taskDefinitionArn?: string;
	/** Of the task that was started. */
	readonly taskArn?: string;
	/** `ecs-svc/…` of the deployment that is PRIMARY after the change of a service. */
	readonly deploymentId?: string;
	/** `d-…` of the deployment that CodeDeploy has begun. */
	readonly codeDeploymentId?: string;
};
