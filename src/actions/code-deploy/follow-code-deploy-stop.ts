import { familyRevision } from '../../model/arn.ts';
import { isUnderWay } from '../../model/code-deploy.ts';
import type { Following, Outcome } from '../outcome.ts';
import type { Plan } from '../plan.ts';
import { watch } from '../watch.ts';
import { seeDeployment, type CodeDeploySight } from './code-deploy-sight.ts';

/** Ms between two looks at a deployment. */
const EVERY = 4_000;

/** Watches a deployment that CodeDeploy was told to stop until it has been rolled back. */
export async function* followCodeDeployStop(
	{ subject, changes }: Pick<Plan, 'subject' | 'changes'>,
	following: Following,
): AsyncGenerator<string, Outcome> {
	const [deploymentId = ''] = changes.flatMap((change) =>
		change.name === 'codedeploy:StopDeployment' ? (change.input.deploymentId ?? []) : [],
	);
	return yield* watch(
		{
			every: EVERY,
			made: `CodeDeploy is told to stop ${deploymentId} and to roll it back`,
			next: `\`deckwatch events ${subject.serviceName}\` shows how it goes on.`,
			look: () => seeDeployment(following.aws, subject, deploymentId),
			judge: judgeStop,
		},
		following,
	);
}

function judgeStop({ service, deployment, rollback }: Omit<CodeDeploySight, 'failedFor'>): Outcome | string {
	const { deploymentId, status } = deployment;
	if (status === 'Succeeded') {
		return { state: 'failed', text: `${deploymentId} had succeeded before it could be stopped.` };
	}
	if (isUnderWay(deployment)) return `stopping ${deploymentId} (${status})`;
	// It was asked for, so it comes: CodeDeploy names it a moment after the stop.
	if (!rollback) return `${deploymentId} is stopped: waiting for its rollback to begin`;
	if (isUnderWay(rollback)) return `rolling back (${rollback.deploymentId})`;
	if (rollback.status === 'Succeeded') {
		return { state: 'done', text: `It is rolled back to ${familyRevision(service.taskDefinition)}.` };
	}
	const why = rollback.errorMessage ?? rollback.errorCode;
	return {
		state: 'failed',
		text: `Rolling back failed (${rollback.deploymentId})${why === undefined ? '' : `: ${why}`}.`,
		next: `Look at ${service.serviceName} now: \`deckwatch events ${service.serviceName}\`.`,
	};
}
