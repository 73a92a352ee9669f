import type { Change, ChangeAnswer } from '../../aws/changes/change.ts';
import { isUnderWay, type CodeDeployment } from '../../model/code-deploy.ts';
import { cannotTell } from '../cannot-tell.ts';
import { sure } from '../look.ts';
import type { CodeDeploySnapshot } from './code-deploy-snapshot.ts';

type Snapshot = { readonly codeDeploy?: CodeDeploySnapshot };

/**
 * The deployment that a lost CreateDeployment has begun: one that was not there before, of the same AppSpec.
 * @throws {AwsCallError} when the deployments could not be read
 */
export function recoverCodeDeployment(
	{ input }: Extract<Change, { readonly name: 'codedeploy:CreateDeployment' }>,
	before: Snapshot,
	after: Snapshot,
): ChangeAnswer | undefined {
	const known = new Set(deploymentsIn(before).map(({ deploymentId }) => deploymentId));
	const sha256 = input.revision?.appSpecContent?.sha256;
	const ours = deploymentsIn(after).find((one) => one.sha256 === sha256 && !known.has(one.deploymentId));
	return ours && { codeDeploymentId: ours.deploymentId };
}

/**
 * Whether a lost StopDeployment was taken. CodeDeploy may be slow to stop: one that still goes on tells nothing.
 * @throws {AwsCallError} when that cannot be told
 */
export function recoverStop(
	{ name, input }: Extract<Change, { readonly name: 'codedeploy:StopDeployment' }>,
	after: Snapshot,
): ChangeAnswer | undefined {
	const ours = deploymentsIn(after).find(({ deploymentId }) => deploymentId === input.deploymentId);
	if (ours?.status === 'Stopped') return {};
	if (!ours || isUnderWay(ours)) throw cannotTell(name);
	return undefined;
}

/**
 * Whether a lost ContinueDeployment was taken: it waits no more. One that still waits may only be slow to go on.
 * @throws {AwsCallError} when that cannot be told
 */
export function recoverContinue(
	{ name, input }: Extract<Change, { readonly name: 'codedeploy:ContinueDeployment' }>,
	after: Snapshot,
): ChangeAnswer {
	const ours = deploymentsIn(after).find(({ deploymentId }) => deploymentId === input.deploymentId);
	if (!ours || waitOf(ours) === input.deploymentWaitType) throw cannotTell(name);
	return {};
}

/** What a deployment waits for, in the words of ContinueDeployment. */
export function waitOf({ status, terminationWaitStarted }: CodeDeployment): DeploymentWaitType | undefined {
	if (status === 'Ready') return 'READY_WAIT';
	return status === 'InProgress' && terminationWaitStarted ? 'TERMINATION_WAIT' : undefined;
}

/** What a deployment can wait for (CodeDeploy API reference, ContinueDeployment). */
export type DeploymentWaitType = 'READY_WAIT' | 'TERMINATION_WAIT';

/** Those that were read. @throws {AwsCallError} when they could not be */
function deploymentsIn({ codeDeploy }: Snapshot): readonly CodeDeployment[] {
	if (codeDeploy) sure(codeDeploy.groups);
	return codeDeploy?.deployments ? sure(codeDeploy.deployments) : [];
}
