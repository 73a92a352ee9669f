import { minuteText } from '../minute-text.ts';
import { familyRevision, revisionOf } from '../../model/arn.ts';
import type { LifecycleHook } from '../../model/deployment-history.ts';
import { stageWords, type Failures, type Rollout, type RolloutRevision } from '../../model/rollout.ts';

/** Reasons of failures that a line has room for. */
const REASONS = 2;
const ROOM = 90;

/**
 * A deployment as one line:
 * `:44 3 of 4 running, 1 pending, 2 healthy · :43 1 running · 1 stopped: exit 1 · 1 of 3 failures that trip the circuit breaker`
 */
export function rolloutText(rollout: Rollout): string {
	const { revisions, stage, bakeUntil, rollingBack, failures, waitingFor, alarms } = rollout;
	const own = revisions.find(({ isNew }) => isNew);
	const until = bakeUntil === undefined ? '' : ` until ${minuteText(bakeUntil)} at the latest`;
	return [
		...(rollingBack ? [`rolling back${own ? ` ${familyRevision(own.taskDefinition)}` : ''}`] : []),
		...(stage === undefined || rollingBack ? [] : [`${stageWords(stage)}${until}`]),
		...revisions.map(revisionText),
		...failureText(failures),
		...(alarms.length > 0 ? [`alarm ${alarms.join(', ')}`] : []),
		...waitingFor.map(waitText),
	].join(' · ');
}

function revisionText(revision: RolloutRevision): string {
	const { taskDefinition, isNew, desired, running, pending, healthy, draining, productionTraffic, testTraffic } =
		revision;
	const parts = [
		isNew ? `${running} of ${desired} running` : `${running} running`,
		...(pending > 0 ? [`${pending} pending`] : []),
		...(isNew && healthy !== undefined ? [`${healthy} healthy`] : []),
		...(draining === undefined ? [] : [`${draining} draining`]),
		...(productionTraffic === undefined ? [] : [`${productionTraffic} % of the traffic`]),
		...(testTraffic ? [`${testTraffic} % of the test traffic`] : []),
	];
	return `:${revisionOf(taskDefinition)} ${parts.join(', ')}`;
}

/** What stopped and why, and what ECS counts of it: it counts anew when a task comes up. */
function failureText({ count, threshold, reasons }: Failures): readonly string[] {
	const stopped = reasons.reduce((sum, reason) => sum + reason.count, 0);
	const named = reasons
		.slice(0, REASONS)
		.map((reason) => `${reasons.length > 1 ? `${reason.count} × ` : ''}${short(reason.text)}`);
	const counted =
		threshold === undefined ? `${count} failed` : `${count} of ${threshold} failures that trip the circuit breaker`;
	return [...(stopped > 0 ? [`${stopped} stopped: ${named.join(', ')}`] : []), ...(count > 0 ? [counted] : [])];
}

/** A line has no room for all that ECS says of an image; the end of the deployment has. */
function short(text: string): string {
	return text.length > ROOM ? `${text.slice(0, ROOM)}…` : text;
}

/** A pause may last two weeks (ECS API reference, DeploymentLifecycleHookTimeoutConfiguration). */
function waitText({ expiresAt, timeoutAction }: LifecycleHook): string {
	const then = timeoutAction === 'CONTINUE' ? 'goes on by itself' : 'is rolled back';
	return `waits to be continued${expiresAt === undefined ? '' : ` until ${minuteText(expiresAt)}, when it ${then}`}`;
}

/** How somebody answers a paused deployment; undefined while it waits for nobody. */
export function howToContinue({ waitingFor }: Rollout, serviceName: string): string | undefined {
	if (waitingFor.length === 0) return undefined;
	return `\`deckwatch continue-deployment ${serviceName}\` lets it go on, and with --rollback takes it back.`;
}
