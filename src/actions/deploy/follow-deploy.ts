import type { Aws } from '../../aws/aws.ts';
import { REGISTERED, type ChangeAnswer } from '../../aws/changes/change.ts';
import { look } from '../look.ts';
import type { Following, Outcome } from '../outcome.ts';
import type { Plan } from '../plan.ts';
import { readService } from '../read-service.ts';
import type { Subject } from '../subject.ts';
import { watch } from '../watch.ts';
import { failureEvidence } from './failure-evidence.ts';
import { judgeDeployment, type DeploymentSight, type OurDeployment } from './judge-deployment.ts';

/** Ms between two looks at a deployment. */
const EVERY = 4_000;

/** Watches the deployment that the plan's change started, and says why if it fails. */
export async function* followDeploy(
	{ subject, changes }: Pick<Plan, 'subject' | 'changes'>,
	following: Following,
	answers: readonly ChangeAnswer[],
): AsyncGenerator<string, Outcome> {
	const { aws } = following;
	const [asked] = changes.flatMap((change) =>
		change.name === 'ecs:UpdateService' ? [change.input.taskDefinition] : [],
	);
	const registered = answers.find(({ taskDefinitionArn }) => taskDefinitionArn !== undefined)?.taskDefinitionArn;
	const deploymentId = answers.at(-1)?.deploymentId;
	const wanted = asked === REGISTERED ? registered : asked;
	let ours: OurDeployment | undefined;
	const outcome = yield* watch(
		{
			every: EVERY,
			made: `The deployment of ${subject.serviceName} is under way`,
			next: `\`deckwatch deployments ${subject.serviceName}\` shows how it goes on.`,
			look: () => sight(aws, subject),
			judge: (seen) => {
				ours ??= oursIn(seen, deploymentId, wanted);
				return ours ? judgeDeployment(seen, ours) : 'waiting for the deployment to begin';
			},
		},
		following,
	);
	if (!ours || (outcome.state !== 'failed' && outcome.state !== 'timed-out')) return outcome;
	const evidence = await failureEvidence(aws, subject, ours.deploymentId);
	return { ...outcome, text: [outcome.text, ...evidence].join('\n') };
}

async function sight(aws: Aws, subject: Subject): Promise<DeploymentSight> {
	const [service, rollouts] = await Promise.all([
		readService(aws, subject),
		look(aws.serviceDeployments(subject.serviceArn, subject.clusterArn)),
	]);
	return { service, rollouts };
}

/** The deployment by its id; where no answer named it, the PRIMARY one of the wanted revision. */
function oursIn(
	{ service }: DeploymentSight,
	id: string | undefined,
	wanted: string | undefined,
): OurDeployment | undefined {
	const found = service.deployments.find((one) =>
		id === undefined ? one.status === 'PRIMARY' && one.taskDefinition === wanted : one.id === id,
	);
	return found && { deploymentId: found.id, taskDefinition: found.taskDefinition, createdAt: found.createdAt ?? 0 };
}
