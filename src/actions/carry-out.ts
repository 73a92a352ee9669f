import { appSpecOf, appSpecRevision } from '../aws/changes/app-spec-revision.ts';
import { REGISTERED, type Change, type ChangeAnswer } from '../aws/changes/change.ts';
import { taskDefinitionIn, withTaskDefinition } from '../model/app-spec.ts';
import type { Action } from './action.ts';
import { halted } from './halted.ts';
import type { Hands } from './hands.ts';
import { takeNotes } from './notes.ts';
import type { Outcome } from './outcome.ts';
import { isRefusal, type Plan, type Refusal } from './plan.ts';
import { sendOnce } from './send-once.ts';
import type { Step } from './step.ts';

/** What is heard while an action is carried out. */
export type Progress =
	/** Another action follows: one that brings back what was before. */
	| { readonly kind: 'planned'; readonly plan: Plan }
	| { readonly kind: 'sending'; readonly change: Change }
	| { readonly kind: 'made'; readonly change: Change; readonly requestId?: string }
	| ({ readonly kind: 'progress' } & Step);

/** How it went; or that the plan no longer holds, with what would be planned now: then nothing was sent. */
export type CarriedOut<Input> = Outcome | { readonly state: 'outdated'; readonly now: Plan<Input> | Refusal };

/**
 * Carries out a plan: looks again whether what it stands on is still so, sends each change once, follows it to its end,
 * and writes each step down before and after it. Leaving (the signal) ends the following, never the sending.
 * @throws {AwsCallError} when the state cannot be read again: nothing was sent
 * @throws {Error} when the audit log cannot be written: nothing was sent
 */
export async function* carryOut<Snapshot, Input>(
	action: Action<Snapshot, Input>,
	plan: Plan<Input>,
	hands: Hands,
): AsyncGenerator<Progress, CarriedOut<Input>> {
	const before = await action.read(hands.aws, plan.subject, plan.input, hands.signal);
	const again = action.plan(before, plan.input);
	if (isRefusal(again) || again.basis !== plan.basis) return { state: 'outdated', now: again };

	const notes = await takeNotes(plan, hands);
	const made: Change[] = [];
	const answers: ChangeAnswer[] = [];
	for (const planned of plan.changes) {
		const change = withRegistered(planned, answers);
		await notes.before(change, made.length === 0);
		yield { kind: 'sending', change };
		const sent = await sendOnce(action, plan, { change, before }, hands);
		await notes.after(change, sent);
		if (sent.state !== 'made') return await notes.end(halted(plan, made, change, sent));
		made.push(change);
		answers.push(sent);
		yield { ...sent, kind: 'made', change };
	}
	const following = action.follow(plan, hands, answers, before);
	for (;;) {
		const step = await following.next();
		if (step.done) return await notes.end(step.value);
		yield { kind: 'progress', ...(typeof step.value === 'string' ? { text: step.value } : step.value) };
	}
}

/** A change as it is sent: with the revision that an earlier one has registered. */
function withRegistered(change: Change, answers: readonly ChangeAnswer[]): Change {
	if (taskDefinitionOf(change) !== REGISTERED) return change;
	const taskDefinition = answers.find(({ taskDefinitionArn }) => taskDefinitionArn !== undefined)?.taskDefinitionArn;
	if (taskDefinition === undefined) throw new Error('No revision was registered before the change that needs it.');
	if (change.name === 'codedeploy:CreateDeployment') {
		const revision = appSpecRevision(withTaskDefinition(appSpecOf(change.input.revision), taskDefinition));
		return { ...change, input: { ...change.input, revision } };
	}
	return change.name === 'ecs:UpdateService' ? { ...change, input: { ...change.input, taskDefinition } } : change;
}

function taskDefinitionOf(change: Change): string | undefined {
	if (change.name === 'ecs:UpdateService') return change.input.taskDefinition;
	if (change.name === 'codedeploy:CreateDeployment') return taskDefinitionIn(appSpecOf(change.input.revision));
	return undefined;
}
