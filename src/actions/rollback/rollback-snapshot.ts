import type { Aws } from '../../aws/aws.ts';
import { withEarlierRevision } from '../code-deploy/roll-back-code-deploy.ts';
import { readDeploySnapshot, type DeploySnapshot } from '../deploy/deploy-snapshot.ts';
import { seen } from '../look.ts';
import type { Subject } from '../subject.ts';
import { isUnderWay } from './is-under-way.ts';
import { rollbackChoices } from './rollback-choices.ts';
import type { RollbackInput } from './rollback-input.ts';

/**
 * What has to be known to go back: with the revision that is asked for, else the last that succeeded before this one.
 * @throws {AwsCallError} when the service or its task definition cannot be read
 */
export async function readRollbackSnapshot(
	aws: Aws,
	subject: Subject,
	{ to, deployment }: RollbackInput,
	signal?: AbortSignal,
): Promise<DeploySnapshot> {
	if (to !== undefined && deployment === undefined)
		return readDeploySnapshot(aws, subject, { taskDefinition: to }, signal);
	const first = await readDeploySnapshot(aws, subject, {}, signal);
	const [newest] = seen(first.history) ?? [];
	if (newest && isUnderWay(newest)) return first;
	const codeDeploy = first.codeDeploy && (await withEarlierRevision(aws, first.service, first.codeDeploy, signal));
	const earlier = codeDeploy?.earlier && seen(codeDeploy.earlier);
	const target = codeDeploy ? earlier?.taskDefinition : (rollbackChoices(first)[0]?.taskDefinition ?? to);
	const snapshot =
		target === undefined ? first : await readDeploySnapshot(aws, subject, { taskDefinition: target }, signal);
	return codeDeploy ? { ...snapshot, codeDeploy } : snapshot;
}
