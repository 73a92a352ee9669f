import { familyRevision } from '../../model/arn.ts';
import type { ServiceDeployment } from '../../model/deployment-history.ts';
import { stageWords } from '../../model/rollout.ts';
import type { Service } from '../../model/service.ts';
import { shiftWait } from '../deploy/traffic-shift.ts';
import type { Following, Outcome } from '../outcome.ts';
import type { Plan } from '../plan.ts';
import { watch } from '../watch.ts';
import { pausedHooks, type ContinueDeploymentInput } from './plan-continue-deployment.ts';

/** Ms between two looks at a deployment. */
const EVERY = 4_000;

/** Watches a deployment that was told to go on until it has ended, or waits for the next answer. */
export async function* followContinued(
	{ subject, changes }: Plan<ContinueDeploymentInput>,
	following: Following,
	{ deploymentConfiguration }: Service,
): AsyncGenerator<string, Outcome> {
	const answered = changes.flatMap((change) => (change.name === 'ecs:ContinueServiceDeployment' ? [change.input] : []));
	const arn = answered[0]?.serviceDeploymentArn;
	const hookIds = answered.map(({ hookId }) => hookId);
	return yield* watch(
		{
			every: EVERY,
			made: `The deployment of ${subject.serviceName} is told to go on`,
			next: `\`deckwatch deployments ${subject.serviceName}\` shows how it goes on.`,
			look: () => following.aws.serviceDeployments(subject.serviceArn, subject.clusterArn),
			judge: (history) => {
				const deployment = history.find(({ serviceDeploymentArn }) => serviceDeploymentArn === arn);
				return deployment ? judge(deployment, hookIds, subject.serviceName) : 'the deployment is not listed';
			},
		},
		{ ...following, until: following.until + shiftWait(deploymentConfiguration) },
	);
}

function judge(
	deployment: ServiceDeployment,
	answered: readonly (string | undefined)[],
	serviceName: string,
): Outcome | string {
	const { status, statusReason, rollbackReason, lifecycleStage, sourceTaskDefinitions } = deployment;
	const revision = familyRevision(deployment.targetTaskDefinition ?? 'the revision');
	const back = sourceTaskDefinitions.map(familyRevision).join(', ') || 'what was before';
	const why = rollbackReason ?? statusReason;
	const because = why === undefined ? '' : `\n${why}`;
	const place = lifecycleStage === undefined ? status : stageWords(lifecycleStage);
	switch (status) {
		case 'SUCCESSFUL':
			return { state: 'done', text: `${serviceName} runs ${revision}.` };
		case 'ROLLBACK_SUCCESSFUL':
			return { state: 'failed', text: `${revision} failed, and was rolled back to ${back}.${because}` };
		case 'ROLLBACK_FAILED':
			return { state: 'failed', text: `${revision} failed, and so did rolling it back.${because}` };
		case 'STOPPED':
			return { state: 'failed', text: `The deployment of ${revision} was stopped.${because}` };
		default: {
			const waiting = pausedHooks(deployment).filter(({ hookId }) => !answered.includes(hookId));
			if (waiting.length === 0) return `${revision}: ${place}`;
			return {
				state: 'done',
				text: `${revision} went on, and is paused again (${place}).`,
				next: `\`deckwatch continue-deployment ${serviceName}\` answers that, too.`,
			};
		}
	}
}
