import type { NoticeProps } from '../../components/notice.tsx';
import { age } from '../../model/age.ts';
import { shortTaskId } from '../../model/arn.ts';
import type { LogSources } from '../../model/log-sources.ts';
import type { LogTailState } from '../../store/log-tail.ts';
import type { ViewContext } from '../pane.ts';
import { filteredOut } from '../filtered-out.ts';
import { filteredTitle } from '../filtered-title.ts';
import { keyOf } from '../key-of.ts';
import { serviceTitle } from '../scope.ts';
import { tableState } from '../ui-state.ts';
import { indexOfLine } from './log-place.ts';

export type Words = Pick<NoticeProps, 'headline' | 'detail' | 'next'>;

/** Ms that the newest line may be behind the present before it is said: a second or two is how CloudWatch Logs is. */
const BEHIND = 5_000;

/** `Logs`, `checkout /oom`, `4 streams`, `following`, `312/s`, `12s behind`, `wrapped`. */
export function logsTitle(context: ViewContext, { silent }: LogSources): readonly string[] {
	const { ui, logTail } = context;
	const tail = logTail?.getState();
	const { filter } = tableState(ui, 'logs');
	if (ui.serviceArn === undefined || !tail) return ['Logs'];
	const words = [
		'Logs',
		serviceTitle(context),
		...(ui.logs.oneTask && ui.taskArn !== undefined ? [`only ${shortTaskId(ui.taskArn)}`] : []),
		count(tail.sources.length, 'stream'),
		...(silent.length === 0 ? [] : [`no lines from ${silent.map(({ container }) => container).join(', ')}`]),
		...(tail.sources.length === 0 ? [] : followed(context, tail)),
		...(tail.behindMs < BEHIND ? [] : [`${age(0, tail.behindMs)} behind`]),
		...(ui.logs.wrap ? ['wrapped'] : []),
		...(ui.logs.raw ? ['raw'] : []),
	];
	return filteredTitle(words, filter !== '' && ui.logs.around ? `${filter} and around` : filter);
}

/** `following`, `312/s`; nothing as long as nothing was read. */
function followed(context: ViewContext, tail: LogTailState): readonly string[] {
	if (tail.readAt === undefined && tail.lines.length === 0) return [];
	return [following(context, tail), `${tail.linesPerSecond}/s`];
}

function following({ ui }: ViewContext, { lines }: LogTailState): string {
	if (!ui.logs.bottom) return 'following';
	if (ui.rewoundTo !== undefined) return 'up to then';
	return `paused, ${lines.length - 1 - indexOfLine(lines, ui.logs.bottom)} newer`;
}

/** `/ecs/checkout 40s late: ThrottlingException`; undefined while all groups answer. */
export function logsTrouble({ logTail, now }: ViewContext, problem: string | undefined): string | undefined {
	const failures = Object.values(logTail?.getState().failures ?? {});
	const words = failures.map(({ group, code, since }) => `${group} ${age(since, now)} late: ${code}`);
	return problem ?? (words.length === 0 ? undefined : words.join(', '));
}

/** Why there is no stream to follow. */
export function noStreams(context: ViewContext, service: string, { silent }: LogSources): Words {
	if (silent.length === 0) {
		return {
			headline: `No log lines: no task of ${service} has started.`,
			next: `${keyOf(context, 'open.events')} shows the events, which say why.`,
		};
	}
	return {
		headline: `${service} has no log lines here.`,
		detail: silent.map(({ container, reason }) => `${container} ${reason}`).join('; '),
		next: 'Only containers with the awslogs driver can be read.',
	};
}

/** Why there is no line to show, with streams to follow. */
export function noLines(context: ViewContext, tail: LogTailState): Words {
	const [failed] = Object.values(tail.failures);
	if (failed) {
		const { group, code, message, next } = failed;
		return { headline: `The log group ${group} cannot be read: ${code}`, detail: message, next };
	}
	if (tail.lines.length > 0) {
		const { filter } = tableState(context.ui, 'logs');
		const none = `None of ${count(tail.lines.length, 'line')}`;
		if (filter === '') {
			const next = `${keyOf(context, 'logs.one-task')} shows all tasks.`;
			return { headline: `${none} is from the selected task.`, next };
		}
		const { headline, next } = filteredOut(filter, context, none);
		return { headline, next: `${keyOf(context, 'logs.around')} shows all lines. ${next}` };
	}
	const past = tail.atBeginning ? 'in a month' : 'in the last 15 minutes';
	return {
		headline: `No lines ${past} in ${count(tail.sources.length, 'stream')}.`,
		next: tail.atBeginning
			? 'New ones appear by themselves.'
			: `New ones appear by themselves; ${keyOf(context, 'move.top')} looks for older ones.`,
	};
}

export function count(number: number, noun: string): string {
	return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
