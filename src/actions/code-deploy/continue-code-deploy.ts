import type { Aws } from '../../aws/aws.ts';
import type { Change } from '../../aws/changes/change.ts';
import { familyRevision } from '../../model/arn.ts';
import type { Service } from '../../model/service.ts';
import type { Action } from '../action.ts';
import type { Plan, Refusal, Remark } from '../plan.ts';
import { readService } from '../read-service.ts';
import { subjectOf, type Subject } from '../subject.ts';
import { unseen } from '../look.ts';
import { broughtInBy } from './code-deploy-sight.ts';
import { readCodeDeploySnapshot, type CodeDeploySnapshot } from './code-deploy-snapshot.ts';
import { followDeploymentNamed } from './follow-code-deploy.ts';
import { underWayIn, withoutGroup } from './plan-code-deploy.ts';
import { recoverContinue, waitOf, type DeploymentWaitType } from './recover-code-deployment.ts';

/** What has to be known to let a deployment of CodeDeploy go on. */
export type ContinueSnapshot = { readonly service: Service; readonly codeDeploy?: CodeDeploySnapshot };

/** Ends what a deployment of CodeDeploy waits for: for somebody to let the traffic go, or for the end of the old tasks. */
export const continueCodeDeploy: Action<ContinueSnapshot, object> = {
	verb: 'continue-deployment',
	read: readContinueSnapshot,
	plan: planContinue,
	recover(change, _before, after) {
		return change.name === 'codedeploy:ContinueDeployment' ? recoverContinue(change, after) : undefined;
	},
	follow({ subject, changes, differences }, following) {
		const [deploymentId = ''] = changes.flatMap(continuedBy);
		const [revision] = differences.flatMap(({ what, after }) => (what === REVISION ? [after] : []));
		return followDeploymentNamed(subject, deploymentId, following, revision);
	},
};

const REVISION = 'serves';

function continuedBy(change: Change): readonly string[] {
	const { deploymentId } = change.name === 'codedeploy:ContinueDeployment' ? change.input : {};
	return deploymentId === undefined ? [] : [deploymentId];
}

async function readContinueSnapshot(
	aws: Aws,
	subject: Subject,
	_input: object,
	signal?: AbortSignal,
): Promise<ContinueSnapshot> {
	const service = await readService(aws, subject, signal);
	if (service.deploymentController !== 'CODE_DEPLOY') return { service };
	return { service, codeDeploy: await readCodeDeploySnapshot(aws, subject, signal) };
}

function planContinue({ service, codeDeploy }: ContinueSnapshot, input: object): Plan<object> | Refusal {
	if (!codeDeploy) {
		const refused = `${service.serviceName} is not deployed by CodeDeploy.`;
		return { refused, instead: 'There is nothing to continue there.' };
	}
	const none = withoutGroup(service, codeDeploy);
	if (none) return none;
	const hidden = codeDeploy.deployments && unseen('deployments of CodeDeploy', codeDeploy.deployments);
	if (hidden !== undefined) return { refused: `${hidden}.`, instead: 'It takes permission to look there.' };
	const under = underWayIn(codeDeploy);
	const wait = under && waitOf(under);
	if (!under || !wait) {
		return {
			refused: under
				? `${under.deploymentId} of ${service.serviceName} waits for nobody (${under.status}).`
				: `No deployment of ${service.serviceName} is under way in CodeDeploy.`,
			instead: 'There is nothing to continue.',
		};
	}
	const subject = subjectOf(service);
	const incoming = broughtInBy(service, under.deploymentId);
	const old = service.taskSets?.find((set) => set !== incoming && set.status !== 'DRAINING');
	const name = (set: typeof old) => (set ? familyRevision(set.taskDefinition) : '-');
	return {
		verb: 'continue-deployment',
		title: `Continue the deployment of ${service.serviceName}`,
		subject,
		input,
		differences:
			wait === 'READY_WAIT'
				? [{ what: REVISION, before: name(old), after: name(incoming) }]
				: [{ what: `old tasks, ${name(old)}`, before: `${old?.runningCount ?? 0} running`, after: 'stopped' }],
		remarks: remarksOn(wait, service, incoming?.runningCount),
		changes: [
			{
				name: 'codedeploy:ContinueDeployment',
				region: subject.region,
				input: { deploymentId: under.deploymentId, deploymentWaitType: wait },
			},
		],
		basis: JSON.stringify([under.deploymentId, wait]),
	};
}

function remarksOn(
	wait: DeploymentWaitType,
	{ desiredCount }: Service,
	running: number | undefined,
): readonly Remark[] {
	if (wait === 'TERMINATION_WAIT') {
		return [
			{ level: 'warning', text: 'without the old tasks the way back is a deployment of its own, and takes minutes' },
		];
	}
	if (running === undefined) return [{ level: 'unknown', text: 'ECS does not tell how many of the new tasks run' }];
	return running < desiredCount
		? [{ level: 'warning', text: `only ${running} of ${desiredCount} of the new tasks run` }]
		: [{ level: 'good', text: `${running} of ${desiredCount} of the new tasks run` }];
}
