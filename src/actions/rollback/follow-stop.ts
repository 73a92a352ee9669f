import { familyRevision } from '../../model/arn.ts';
import type { ServiceDeployment } from '../../model/deployment-history.ts';
import type { Following, Outcome } from '../outcome.ts';
import type { Plan } from '../plan.ts';
import { watch } from '../watch.ts';

/** Ms between two looks at a deployment. */
const EVERY = 4_000;

/** Watches a deployment that was told to stop, or to go back from where it paused, until it has been rolled back. */
export async function* followStop(
	{ subject, changes }: Pick<Plan, 'subject' | 'changes'>,
	following: Following,
): AsyncGenerator<string, Outcome> {
	const [arn] = changes.flatMap((change) =>
		change.name === 'ecs:StopServiceDeployment' || change.name === 'ecs:ContinueServiceDeployment'
			? (change.input.serviceDeploymentArn ?? [])
			: [],
	);
	return yield* watch(
		{
			every: EVERY,
			made: `The deployment of ${subject.serviceName} is told to roll back`,
			next: `\`deckwatch deployments ${subject.serviceName}\` shows how it goes on.`,
			look: () => following.aws.serviceDeployments(subject.serviceArn, subject.clusterArn),
			judge: (history) => judge(history.find(({ serviceDeploymentArn }) => serviceDeploymentArn === arn)),
		},
		following,
	);
}

function judge(deployment: ServiceDeployment | undefined): Outcome | string {
	if (!deployment) return 'the deployment is not listed yet';
	const { status, rollbackTaskDefinition, statusReason } = deployment;
	const back = rollbackTaskDefinition === undefined ? 'what was before' : familyRevision(rollbackTaskDefinition);
	switch (status) {
		case 'ROLLBACK_SUCCESSFUL':
			return { state: 'done', text: `It is rolled back to ${back}.` };
		case 'ROLLBACK_FAILED':
			return { state: 'failed', text: `Rolling back failed${statusReason === undefined ? '' : `: ${statusReason}`}.` };
		case 'SUCCESSFUL':
			return { state: 'failed', text: 'The deployment had succeeded before it could be stopped.' };
		case 'STOPPED':
			return { state: 'failed', text: 'The deployment is stopped, and was not rolled back.' };
		default:
			return `rolling back to ${back} (${status})`;
	}
}
