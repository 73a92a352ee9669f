import type { Change } from '../../aws/changes/change.ts';
import { familyRevision } from '../../model/arn.ts';
import type { Service, TaskSet } from '../../model/service.ts';
import { unseen } from '../look.ts';
import type { Following, Outcome } from '../outcome.ts';
import type { Plan, Refusal, Remark } from '../plan.ts';
import { subjectOf } from '../subject.ts';
import { broughtInBy } from './code-deploy-sight.ts';
import type { CodeDeploySnapshot } from './code-deploy-snapshot.ts';
import { followCodeDeployStop } from './follow-code-deploy-stop.ts';
import { followDeploymentNamed } from './follow-code-deploy.ts';
import { underWayIn, withoutGroup } from './plan-code-deploy.ts';
import { waitOf, type DeploymentWaitType } from './recover-code-deployment.ts';
import { stopPlan } from './roll-back-code-deploy.ts';
import { good, unknown, warning } from '../remarks.ts';

type Snapshot = { readonly service: Service; readonly codeDeploy: CodeDeploySnapshot };
type Input = { readonly rollback?: boolean };

/** Under which a plan says what is to serve. */
const SERVES = 'serves';

/** Ends what a deployment of CodeDeploy waits for: for somebody to let the traffic go, or for the end of the old tasks. */
export function planContinueCodeDeploy({ service, codeDeploy }: Snapshot, input: Input): Plan<Input> | Refusal {
	const none = withoutGroup(service, codeDeploy);
	if (none) return none;
	const { deployments } = codeDeploy;
	if (deployments && 'failure' in deployments) {
		const { failure } = deployments;
		return { refused: `${unseen('deployments of CodeDeploy', deployments)}.`, instead: failure.next, failure };
	}
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
	if (input.rollback) return { ...stopPlan(service, under, input), verb: 'continue-deployment' };
	const subject = subjectOf(service);
	const incoming = broughtInBy(service, under.deploymentId);
	const old = service.taskSets?.find((set) => set !== incoming && set.status !== 'DRAINING');
	return {
		verb: 'continue-deployment',
		title: `Continue the deployment of ${service.serviceName}`,
		subject,
		input,
		differences: [
			wait === 'READY_WAIT'
				? { what: SERVES, before: nameOf(old), after: nameOf(incoming) }
				: { what: `old tasks, ${nameOf(old)}`, before: `${old?.runningCount ?? 0} running`, after: 'stopped' },
		],
		remarks: remarksOn(wait, service, incoming),
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

/** Watches it go on, or go back, to its end. */
export function followContinuedCodeDeploy(plan: Plan<Input>, following: Following): AsyncGenerator<string, Outcome> {
	const { subject, changes, differences } = plan;
	if (changes.some(({ name }) => name === 'codedeploy:StopDeployment')) return followCodeDeployStop(plan, following);
	const [deploymentId = ''] = changes.flatMap(continuedBy);
	const [revision] = differences.flatMap(({ what, after }) => (what === SERVES ? [after] : []));
	return followDeploymentNamed(subject, deploymentId, following, revision);
}

function continuedBy(change: Change): readonly string[] {
	const { deploymentId } = change.name === 'codedeploy:ContinueDeployment' ? change.input : {};
	return deploymentId === undefined ? [] : [deploymentId];
}

function nameOf(set: TaskSet | undefined): string {
	return set ? familyRevision(set.taskDefinition) : '-';
}

function remarksOn(
	wait: DeploymentWaitType,
	{ desiredCount }: Service,
	incoming: TaskSet | undefined,
): readonly Remark[] {
	if (wait === 'TERMINATION_WAIT') {
		const text = 'without the old tasks the way back is a deployment of its own, and takes minutes';
		return [warning(text)];
	}
	if (!incoming) return [unknown('ECS does not tell how many of the new tasks run')];
	const { runningCount } = incoming;
	return runningCount < desiredCount
		? [warning(`only ${runningCount} of ${desiredCount} of the new tasks run`)]
		: [good(`${runningCount} of ${desiredCount} of the new tasks run`)];
}
