import type { Aws } from '../../aws/aws.ts';
import { REGISTERED, type ChangeAnswer } from '../../aws/changes/change.ts';
import { familyRevision } from '../../model/arn.ts';
import type { Rollout } from '../../model/rollout.ts';
import type { Service } from '../../model/service.ts';
import { look, seen } from '../look.ts';
import type { Following, Outcome } from '../outcome.ts';
import type { Plan } from '../plan.ts';
import type { Step } from '../step.ts';
import type { Subject } from '../subject.ts';
import { failedTasks } from '../task-end.ts';
import { watch } from '../watch.ts';
import { failureEvidence } from './failure-evidence.ts';
import { judgeDeployment } from './judge-deployment.ts';
import { findOurs, rolloutOfOurs, type Before, type OurDeployment } from './our-deployment.ts';
import { rolloutLook, type RolloutSight } from './rollout-sight.ts';
import { createRolloutStory } from './rollout-story.ts';
import { howToContinue, rolloutText } from './rollout-text.ts';
import type { Followed } from './to-rollout.ts';
import { createStaysUp } from './stays-up.ts';
import { shiftWait } from './traffic-shift.ts';

/** Ms between two looks at a deployment. */
const EVERY = 4_000;

/** A deployment that is not there after so long (ms) has not begun. */
const BEGINS_WITHIN = 30_000;

/**
 * Watches the deployment that the plan's change started, and says why if it fails.
 * @param before what was read before the change: nothing of it is ours
 */
export async function* followDeploy(
	{ subject, changes }: Pick<Plan, 'subject' | 'changes'>,
	following: Following,
	answers: readonly ChangeAnswer[],
	before: Before,
): AsyncGenerator<string | Step, Outcome> {
	const { aws, now } = following;
	const { serviceName } = subject;
	const wanted = wantedRevision(changes, answers);
	const asked = { id: answers.at(-1)?.deploymentId, wanted };
	const story = createRolloutStory(now);
	const staysUp = createStaysUp(now);
	const since = now();
	let ours: OurDeployment | undefined;
	let rollout: Rollout | undefined;
	let service: Service | undefined;
	let isDone = false;
	let facts: Pick<Followed, 'definition' | 'hasCheck'> = { hasCheck: false };

	function judge(sight: RolloutSight): Outcome | Step {
		service = sight.service;
		ours ??= findOurs(sight, before, asked);
		if (!ours) return notBegun(sight, serviceName, now() - since);
		const told = rolloutOfOurs(sight, before, ours);
		const end = judgeDeployment(sight, ours, told);
		const staying = end?.state === 'done' ? staysUp(sight, ours) : undefined;
		if (staying === 'failing') return doesNotStayUp(sight, ours);
		if (end && staying !== 'unsure') return end;
		rollout = story(sight, { ours, rollout: told, ...facts });
		isDone = staying === 'unsure';
		if (isDone) return { text: `ECS calls it done · ${rolloutText(rollout)}`, rollout };
		const next = howToContinue(rollout, serviceName);
		return { text: rolloutText(rollout), rollout, ...(next === undefined ? {} : { next }) };
	}

	facts = await containerFacts(aws, subject, wanted ?? before.service.taskDefinition);
	const outcome = yield* watch(
		{
			every: EVERY,
			made: `AWS has taken the deployment of ${serviceName}`,
			next: `\`deckwatch deployments ${serviceName}\` shows how it goes on.`,
			look: rolloutLook(aws, subject),
			judge,
		},
		{ ...following, until: following.until + shiftWait(before.service.deploymentConfiguration) },
	);
	if (!ours) return outcome;
	if (outcome.state === 'failed' || outcome.state === 'timed-out') {
		const evidence = await failureEvidence(aws, subject, ours, service);
		const text = [outcome.text, ...evidence].join('\n');
		return { ...outcome, text, ...(outcome.state === 'timed-out' && !isDone ? late(rollout, ours) : {}) };
	}
	return outcome.state === 'unknown' ? { ...outcome, ...late(rollout, ours) } : outcome;
}

/** What takes longer than one wanted to wait may be brought back, but not what waits by its own settings. */
function late(rollout: Rollout | undefined, { deploymentId }: OurDeployment): Pick<Outcome, 'stuck'> {
	const { stage = '', waitingFor = [] } = rollout ?? {};
	const waits = stage === 'PRODUCTION_TRAFFIC_SHIFT' || stage === 'BAKE_TIME' || waitingFor.length > 0;
	return waits ? {} : { stuck: deploymentId };
}

function doesNotStayUp(
	{ service, tasks = [] }: RolloutSight,
	{ deploymentId, taskDefinition }: OurDeployment,
): Outcome {
	const ended = failedTasks(tasks, deploymentId).length;
	const running = service?.deployments.find(({ id }) => id === deploymentId)?.runningCount ?? 0;
	return {
		state: 'failed',
		text: `ECS calls the deployment of ${familyRevision(taskDefinition)} done, but its tasks do not stay up: ${ended} have ended, ${running} run.`,
		stuck: deploymentId,
		calledDone: true,
	};
}

function wantedRevision(changes: Plan['changes'], answers: readonly ChangeAnswer[]): string | undefined {
	const [asked] = changes.flatMap((change) =>
		change.name === 'ecs:UpdateService' ? [change.input.taskDefinition] : [],
	);
	if (asked !== REGISTERED) return asked;
	return answers.find(({ taskDefinitionArn }) => taskDefinitionArn !== undefined)?.taskDefinitionArn;
}

/** AWS starts a deployment with the change itself; there are servers that take the change and start none. */
function notBegun({ service }: RolloutSight, serviceName: string, waited: number): Outcome | Step {
	if (!service) return { state: 'failed', text: `${serviceName} is gone: it was deleted.` };
	if (waited < BEGINS_WITHIN) return { text: 'waiting for the deployment to begin' };
	const { taskDefinition, runningCount, desiredCount } = service;
	return {
		state: 'unknown',
		text: `${serviceName} is set to ${familyRevision(taskDefinition)}, and no deployment of it has begun; ${runningCount} of ${desiredCount} tasks run.`,
		next: `\`deckwatch tasks ${serviceName}\` shows which revision they run.`,
	};
}

async function containerFacts(
	aws: Aws,
	{ region }: Subject,
	taskDefinition: string,
): Promise<Pick<Followed, 'definition' | 'hasCheck'>> {
	const definition = seen(await look(aws.taskDefinition(taskDefinition, region)));
	if (!definition) return { hasCheck: false };
	const vital = definition.containerDefinitions.filter(({ essential }) => essential);
	return { definition, hasCheck: vital.some(({ healthCheck }) => healthCheck) };
}
