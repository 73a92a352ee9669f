import type { Glyphs } from '../../components/theme.ts';
import { revisionOf } from '../../model/arn.ts';
import { type Rollout, type RolloutRevision, stageWords } from '../../model/rollout.ts';
import { timeOfDay } from '../clock.ts';
import { keyOf } from '../key-of.ts';
import type { ViewContext } from '../pane.ts';
import { line, span, type Span, type TextLine } from '../text-line.ts';
import { paragraph } from '../wrap.ts';

/** Cells of a bar. */
const BAR = 12;

/** A deployment on its way: a bar for each revision, what failed and how much of that is borne, stages, what has happened. */
export function rolloutLines(rollout: Rollout, context: ViewContext, width: number): readonly TextLine[] {
	const { settings, theme } = context;
	const { revisions, moments } = rollout;
	const past = moments
		.map(({ at, text }) => `${timeOfDay(at, settings.utc)} ${text}`)
		.join(` ${theme.glyphs.separator} `);
	return [
		...revisions.map((revision) => revisionLine(revision, theme.glyphs)),
		...stageLines(rollout, context, width),
		...failureLines(rollout, width),
		...(past === '' ? [] : paragraph(past, width, 'dim')),
	];
}

/** `:44  ████████░░░░  3 of 4 running, 2 healthy, 10 % of the traffic` */
function revisionLine(revision: RolloutRevision, { sparks, skeleton }: Glyphs): TextLine {
	const { taskDefinition, isNew, desired, running, pending, healthy, draining, productionTraffic } = revision;
	const share = desired === 0 ? 0 : Math.min(1, running / desired);
	const full = Math.round(share * BAR);
	const words = [
		isNew ? `${running} of ${desired} running` : `${running} left`,
		...(pending > 0 ? [`${pending} starting`] : []),
		...(healthy === undefined ? [] : [`${healthy} healthy`]),
		...(draining === undefined || draining === 0 ? [] : [`${draining} draining`]),
		...(productionTraffic === undefined ? [] : [`${productionTraffic} % of the traffic`]),
	];
	const bar: readonly Span[] = isNew
		? [span((sparks.at(-1) ?? '#').repeat(full), 'changing'), span(skeleton.repeat(BAR - full), 'dim')]
		: [span(' '.repeat(BAR))];
	return [
		span(`:${revisionOf(taskDefinition)}`.padEnd(7), isNew ? 'strong' : 'dim'),
		...bar,
		span(`  ${words.join(', ')}`),
	];
}

function stageLines(rollout: Rollout, context: ViewContext, width: number): readonly TextLine[] {
	const { settings, theme } = context;
	const { stage, bakeUntil, rollingBack, waitingFor, alarms } = rollout;
	const until = bakeUntil === undefined ? '' : ` until ${timeOfDay(bakeUntil, settings.utc)} at the latest`;
	return [
		...(rollingBack ? [line(`${theme.glyphs.failing} it is being rolled back`, 'failing')] : []),
		...(stage === undefined || rollingBack ? [] : [line(`${stageWords(stage)}${until}`)]),
		...waitingFor.flatMap(({ expiresAt, timeoutAction }) => {
			const then = timeoutAction === 'CONTINUE' ? 'goes on by itself' : 'is rolled back';
			const limit = expiresAt === undefined ? '' : `, until ${timeOfDay(expiresAt, settings.utc)}: then it ${then}`;
			return paragraph(
				`${theme.glyphs.degraded} it waits to be continued (${keyOf(context, 'act.continue-deployment')})${limit}`,
				width,
				'degraded',
			);
		}),
		...(alarms.length > 0 ? [line(`${theme.glyphs.failing} alarm ${alarms.join(', ')}`, 'failing')] : []),
	];
}

function failureLines({ failures }: Rollout, width: number): readonly TextLine[] {
	const { count, threshold, reasons } = failures;
	if (count === 0 && reasons.length === 0) return [];
	const borne = threshold === undefined ? `${count} failed` : `${count} of ${threshold} before the circuit breaker`;
	const why = reasons.map((reason) => `${reason.count > 1 ? `${reason.count} × ` : ''}${reason.text}`).join(', ');
	return paragraph(`failures ${borne}${why === '' ? '' : `: ${why}`}`, width, 'degraded');
}
