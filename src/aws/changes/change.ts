import type * as scaling from '@aws-sdk/client-application-auto-scaling';
import type * as ecs from '@aws-sdk/client-ecs';

/** What each changing operation takes, as the SDK sends it. The names are also the IAM actions they need. */
type ChangeInputs = {
	readonly 'ecs:UpdateService': ecs.UpdateServiceCommandInput;
	readonly 'application-autoscaling:RegisterScalableTarget': scaling.RegisterScalableTargetCommandInput;
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

/** What AWS said to a change that it took. */
export type ChangeAnswer = { readonly requestId?: string };
