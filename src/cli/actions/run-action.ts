import { randomUUID } from 'node:crypto';
import type { Action } from '../../actions/action.ts';
import { carryOut, type Progress } from '../../actions/carry-out.ts';
import type { Hands } from '../../actions/hands.ts';
import type { Outcome } from '../../actions/outcome.ts';
import { isRefusal, type Plan, type Refusal } from '../../actions/plan.ts';
import type { Subject } from '../../actions/subject.ts';
import { guardOf, placeOf } from '../../model/context.ts';
import type { CommandContext } from '../command.ts';
import { contextsOf } from '../config/contexts-of.ts';
import { parseDuration } from '../duration.ts';
import { EXIT, type ExitStatus } from '../exit-status.ts';
import type { Target } from '../target.ts';
import { UsageError } from '../usage-error.ts';
import type { ActionArguments } from './action-options.ts';
import { auditFile, auditPath } from './audit-file.ts';
import { confirmed } from './confirmed.ts';
import { statusOf } from './outcome-status.ts';
import { createReport, type Report } from './report.ts';

type Asked<Input> = { readonly target: Target; readonly subject: Subject; readonly input: Input };

/** What follows when an action has ended, with hands of its own; undefined: nothing. The status stays that of the action. */
export type Afterwards<Input> = (
	plan: Plan<Input>,
	outcome: Outcome,
	hands: Hands,
) => AsyncGenerator<Progress, Outcome | undefined>;

/**
 * Plans, shows the plan, asks, carries it out and follows it to its end.
 * @throws {UsageError} when nobody can be asked, or the options do not hold
 * @throws {AwsCallError} when the state cannot be read
 */
export async function runAction<Snapshot, Input>(
	{ args, config, io }: CommandContext<ActionArguments>,
	action: Action<Snapshot, Input>,
	{ target, subject, input }: Asked<Input>,
	afterwards?: Afterwards<Input>,
): Promise<ExitStatus> {
	const timeout = parseDuration(args.timeout);
	const report = createReport(io, args.json ?? false);
	const planned = action.plan(await action.read(target.aws, subject, input, io.signal), input);
	if (isRefusal(planned)) return refused(planned, report);
	report.plan(planned);
	if (args.dryRun) return EXIT.done;
	const guard = guardOf(contextsOf(config), placeOf(subject.clusterArn, args.profile ?? config.profile));
	if (target.readOnly || guard.readOnly) {
		const what = target.readOnly ? 'This deckwatch' : `The context ${guard.context}`;
		report.remark(`${what} is read-only: nothing was sent.`);
		return EXIT.readOnly;
	}
	if (!(await confirmed(io, args, { subject, guard }))) {
		report.remark('Nothing was changed.');
		return EXIT.done;
	}
	// This is how a pipeline ends a job, and it is to read how far that came.
	io.hearTerm?.();
	const { now, wait, signal } = io;
	const hands = (): Hands => ({
		aws: target.aws,
		audit: auditFile(auditPath(io.env)),
		id: randomUUID(),
		now,
		wait,
		signal,
		until: now() + timeout,
	});
	const end = await told(carryOut(action, planned, hands()), report);
	if (end.state === 'outdated') {
		report.remark('The state has changed since it was planned; nothing was sent. Now it would be:');
		if (isRefusal(end.now)) return refused(end.now, report);
		report.plan(end.now);
		return EXIT.operationFailed;
	}
	report.outcome(end);
	const then = afterwards && (await told(afterwards(planned, end, hands()), report));
	if (then) report.outcome(then);
	return statusOf(end);
}

/** Reports each step, and answers the end. */
async function told<End>(steps: AsyncGenerator<Progress, End>, report: Report): Promise<End> {
	for (;;) {
		// oxlint-disable-next-line no-await-in-loop -- one step after the other
		const step = await steps.next();
		if (step.done) return step.value;
		report.progress(step.value);
	}
}

function refused(refusal: Refusal, report: Report): ExitStatus {
	const { refused: why, instead, already, failure } = refusal;
	if (already) {
		report.already(refusal);
		return EXIT.done;
	}
	const words = `${why}\n  ${instead}`;
	if (!failure) throw new UsageError(words);
	report.remark(words);
	return EXIT.aws;
}
