import { appSpecOf } from '../../aws/changes/app-spec-revision.ts';
import { REGISTERED, type ChangeAnswer } from '../../aws/changes/change.ts';
import { taskDefinitionIn } from '../../model/app-spec.ts';
import { familyRevision } from '../../model/arn.ts';
import { isUnderWay } from '../../model/code-deploy.ts';
import { failureEvidence } from '../deploy/failure-evidence.ts';
import type { Following, Outcome } from '../outcome.ts';
import type { Plan } from '../plan.ts';
import type { Subject } from '../subject.ts';
import { watch } from '../watch.ts';
import { broughtInBy, seeDeployment, type CodeDeploySight } from './code-deploy-sight.ts';
import { judgeCodeDeployment } from './judge-code-deployment.ts';
import { prescribedWaits } from './prescribed-waits.ts';

/** Ms between two looks at a deployment: its steps take minutes, and CodeDeploy throttles soon. */
const EVERY = 10_000;

/** Watches the deployment that the plan's change has CodeDeploy begin, and says why if it fails. */
export async function* followCodeDeploy(
	{ subject, changes }: Pick<Plan, 'subject' | 'changes'>,
	following: Following,
	answers: readonly ChangeAnswer[],
): AsyncGenerator<string, Outcome> {
	const [asked] = changes.flatMap((change) =>
		change.name === 'codedeploy:CreateDeployment' ? (taskDefinitionIn(appSpecOf(change.input.revision)) ?? []) : [],
	);
	const registered = answers.find(({ taskDefinitionArn }) => taskDefinitionArn !== undefined)?.taskDefinitionArn;
	const taskDefinition = asked === REGISTERED ? registered : asked;
	const deploymentId = answers.findLast(({ codeDeploymentId }) => codeDeploymentId !== undefined)?.codeDeploymentId;
	if (deploymentId === undefined) {
		return {
			state: 'unknown',
			text: `CodeDeploy has taken the deployment of ${subject.serviceName}, and did not say its name.`,
			next: `\`deckwatch deployments ${subject.serviceName}\` shows what became of it.`,
		};
	}
	return yield* followDeploymentNamed(
		subject,
		deploymentId,
		following,
		taskDefinition && familyRevision(taskDefinition),
	);
}

/**
 * Watches a deployment of CodeDeploy to its end, that of its rollback included.
 * @param revision `checkout:44`, where it is known
 */
export async function* followDeploymentNamed(
	subject: Subject,
	deploymentId: string,
	following: Following,
	revision = `the revision of ${deploymentId}`,
): AsyncGenerator<string, Outcome> {
	const { aws, now } = following;
	const until = following.until + (await prescribedWaits(aws, subject.region, deploymentId));
	let taskSetId: string | undefined;
	let last: CodeDeploySight | undefined;
	let failedAt: number | undefined;
	const outcome = yield* watch(
		{
			every: EVERY,
			made: `CodeDeploy is at ${deploymentId}`,
			next: `It goes on by itself; \`deckwatch rollback ${subject.serviceName}\` stops it.`,
			look: async () => {
				const sight = await seeDeployment(aws, subject, deploymentId);
				if (!isUnderWay(sight.deployment)) failedAt ??= now();
				return { ...sight, failedFor: failedAt === undefined ? 0 : now() - failedAt };
			},
			judge: (sight) => {
				last = sight;
				// Once it is rolled back, its task set is gone; its tasks are not yet forgotten.
				taskSetId ??= broughtInBy(sight.service, deploymentId)?.id;
				return judgeCodeDeployment(sight, revision);
			},
		},
		{ ...following, until },
	);
	if (outcome.state === 'timed-out' && last?.deployment.terminationWaitStarted) return serving(last, revision);
	if (outcome.state !== 'failed' && outcome.state !== 'timed-out') return outcome;
	// One that waits for somebody is not stuck.
	const isStuck = outcome.state === 'timed-out' && last?.deployment.status !== 'Ready';
	const end = isStuck ? { ...outcome, stuck: deploymentId } : outcome;
	if (taskSetId === undefined) return end;
	const ours = { deploymentId: taskSetId, createdAt: last?.deployment.createdAt ?? 0 };
	const evidence = await failureEvidence(aws, subject, ours, last?.service);
	return { ...end, text: [end.text, ...evidence].join('\n') };
}

/** All of it has come about; what is left is the end of the old tasks, and who is not patient must not undo it. */
function serving({ service, deployment }: CodeDeploySight, revision: string): Outcome {
	return {
		state: 'done',
		text: `${service.serviceName} has all its traffic on ${revision}; ${deployment.deploymentId} has yet to take the old tasks away.`,
	};
}
