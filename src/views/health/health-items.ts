import type { Glyphs } from '../../components/theme.ts';
import { type CheckKill, rememberedKills } from '../../diagnosis/check-kills.ts';
import { shortWords } from '../../diagnosis/catalogue/short-words.ts';
import { earliestUnhealthy } from '../../diagnosis/earliest-unhealthy.ts';
import type { Evidence } from '../../diagnosis/evidence.ts';
import {
	type CheckedTask,
	type ContainerCheck,
	containerChecks,
	type Unchecked,
} from '../../diagnosis/health-sheet/container-checks.ts';
import { lane, type LaneCell, type Turn } from '../../diagnosis/health-sheet/lane.ts';
import { type CheckedTarget, type TargetCheck, targetChecks } from '../../diagnosis/health-sheet/target-checks.ts';
import { age } from '../../model/age.ts';
import { revisionOf, shortTaskId } from '../../model/arn.ts';
import { duration } from '../../model/duration.ts';
import { shortCause } from '../../model/failure-words.ts';
import type { ResourceFailure } from '../../model/resource.ts';
import { targetGroupCheckWords } from '../../model/target-group-check-words.ts';
import { moment } from '../clock.ts';
import { type GridColumn, gridRows } from '../grid.ts';
import { openPlace } from '../open-place.ts';
import type { ViewContext } from '../pane.ts';
import { apart, type PickItem } from '../pick-pane.tsx';
import { EMPTY_LINE, line, span, type Span, type TextLine } from '../text-line.ts';
import { paragraph } from '../wrap.ts';
import { killWords, lastWords } from './kill-words.ts';

const HOUR = 3_600_000;
/** A cell of the lane is five minutes: what comes and goes within one is seen at its worst. */
const CELLS = 12;

/** The health of a service: what its containers' checks say, what its load balancers say, whom either has killed. */
export function healthItems(evidence: Evidence, context: ViewContext, width: number): readonly PickItem[] {
	const { checks, unchecked } = containerChecks(evidence);
	const many = new Set(checks.flatMap(({ revisions }) => revisions)).size > 1;
	const kills = rememberedKills(evidence);
	return apart([
		...checks.map((check) => containerItems(check, { many, evidence, context, width })),
		...targetChecks(evidence).map((check) => targetItems(check, { evidence, context, width })),
		...(unchecked.length === 0 ? [] : [[uncheckedItem(unchecked, width)]]),
		killItems(kills, { evidence, context, width }),
	]);
}

type Told = { readonly evidence: Evidence; readonly context: ViewContext; readonly width: number };

function containerItems(
	{ container, essential, revisions, healthCheck, tasks }: ContainerCheck,
	{ many, evidence, context, width }: Told & { readonly many: boolean },
): readonly PickItem[] {
	const { command, interval, timeout, retries, startPeriod } = healthCheck;
	const of = many ? ` of ${revisions.map((arn) => `:${revisionOf(arn)}`).join(', ')}` : '';
	const free = startPeriod > 0 ? `, first ${startPeriod}s free` : '';
	const earliest = duration(earliestUnhealthy(healthCheck) * 1000);
	const words = `every ${interval}s, ${timeout}s each, ${retries} misses${free} → UNHEALTHY from ${earliest} on`;
	const optional = essential ? '' : ' · not essential: the task goes on without it';
	const key = `container ${container} ${revisions[0] ?? ''}`;
	const head = {
		key,
		lines: [...heading(`${container}${of}`, command.join(' '), width), ...paragraph(words + optional, width, 'dim')],
	};
	if (tasks.length === 0) return [head, { key: `${key} none`, lines: [line('no task runs it', 'dim')] }];
	const { header, rows } = gridRows(taskColumns(context), tasks, width);
	const { serviceArn } = evidence.service;
	return [
		{ ...head, lines: [...head.lines, header] },
		...tasks.map(({ task }, index) => ({
			key: `${key} ${task.taskArn}`,
			lines: rows[index] ?? [],
			enter: taskEntry(task.taskArn, serviceArn),
		})),
	];
}

function taskColumns({ theme, now }: ViewContext): readonly GridColumn<CheckedTask>[] {
	return [
		{ title: 'TASK', cell: ({ task }) => span(shortTaskId(task.taskArn)) },
		{ title: 'REV', cell: ({ task }) => span(`:${revisionOf(task.taskDefinitionArn)}`) },
		{ title: 'STATUS', cell: ({ container }) => statusSpan(container.healthStatus ?? 'UNKNOWN', theme.glyphs) },
		{ title: 'SINCE', align: 'right', cell: ({ since }) => span(age(since, now), 'dim') },
		{ title: 'LAST HOUR', cell: ({ turns }) => laneSpan(turns, now, theme.glyphs) },
		{ title: 'TASK HEALTH', cell: ({ task }) => span(task.healthStatus, 'dim') },
	];
}

function uncheckedItem(unchecked: readonly Unchecked[], width: number): PickItem {
	const names = unchecked.map(({ container }) => container).join(', ');
	const has = unchecked.length === 1 ? 'has' : 'have';
	const text = `${names} ${has} no health check in the task definition: ECS does not look at an image's own HEALTHCHECK`;
	return { key: 'unchecked', lines: paragraph(text, width, 'dim') };
}

function targetItems(
	{ targetGroupArn, name, to, group, targets }: TargetCheck,
	{ evidence, context, width }: Told,
): readonly PickItem[] {
	const { picture } = context;
	const lines = [
		...heading(`load balancer ${name}`, `→ ${to}`, width),
		...(group
			? paragraph(targetGroupCheckWords(group), width, 'dim')
			: notKnown('how it checks', picture.targetGroups[targetGroupArn]?.failure, width)),
	];
	const key = `group ${targetGroupArn}`;
	if (targets === undefined) {
		const missing = notKnown('its targets', picture.targetHealth[targetGroupArn]?.failure, width);
		return [{ key, lines: [...lines, ...missing] }];
	}
	if (targets.length === 0) return [{ key, lines: [...lines, line('no targets are registered', 'degraded')] }];
	const { header, rows } = gridRows(targetColumns(context), targets, width);
	const { serviceArn } = evidence.service;
	return [
		{ key, lines: [...lines, header] },
		...targets.map(({ target, task }, index) => ({
			key: `${key} ${target.id}:${target.port}`,
			lines: rows[index] ?? [],
			enter: task && taskEntry(task.taskArn, serviceArn),
		})),
	];
}

/** `its targets: not known: no permission elasticloadbalancing:DescribeTargetHealth` */
function notKnown(what: string, failure: ResourceFailure | undefined, width: number): readonly TextLine[] {
	return failure
		? paragraph(`${what}: not known: ${shortCause(failure)}`, width, 'degraded')
		: [line(`${what}: not known yet`, 'dim')];
}

function targetColumns({ theme, now }: ViewContext): readonly GridColumn<CheckedTarget>[] {
	return [
		{ title: 'TARGET', cell: ({ target }) => span(`${target.id}:${target.port}`) },
		{ title: 'TASK', cell: ({ task }) => span(task ? shortTaskId(task.taskArn) : '-') },
		{ title: 'STATE', cell: ({ target }) => statusSpan(target.state, theme.glyphs) },
		{ title: 'SINCE', align: 'right', cell: ({ since }) => span(age(since, now), 'dim') },
		{ title: 'LAST HOUR', cell: ({ turns }) => laneSpan(turns, now, theme.glyphs) },
		{ title: 'WHY', cell: ({ target }) => span(whyWords(target), 'dim') },
	];
}

function whyWords({ reason, description }: CheckedTarget['target']): string {
	if (reason === undefined) return description ?? '';
	const words = shortWords(reason, 'target-health');
	// AWS's own text says the same, but for the codes that came and for what is new.
	const own = words === undefined || /\[.+\]/u.test(description ?? '') ? description : undefined;
	return [words, reason, own].filter((part) => part !== undefined).join(' · ');
}

function killItems(kills: readonly CheckKill[], { evidence, context, width }: Told): readonly PickItem[] {
	const { now, settings } = context;
	const { service, lastLines } = evidence;
	const [newest] = kills;
	const oldest = kills.at(-1);
	if (!newest || !oldest) {
		return [
			{ key: 'kills', lines: paragraph('No task is remembered that ECS stopped because of a check.', width, 'dim') },
		];
	}
	const tasks = kills.length === 1 ? '1 task' : `${kills.length} tasks`;
	return [
		{ key: 'kills', lines: heading('killed by checks', `${tasks} in the last ${age(oldest.at, now)}`, width) },
		...kills.map((kill): PickItem => {
			const time = moment(kill.at, now, settings.utc);
			const said = lastWords(kill, lastLines?.[kill.task.taskArn]);
			const text = `${killWords(kill, service)}${said === undefined ? '' : ` · said last: ${said.trim()}`}`;
			const indent = time.length + 2;
			return {
				key: `kill ${kill.task.taskArn}`,
				lines: paragraph(text, width - indent).map((one, index) => [
					span(index === 0 ? `${time}  ` : ' '.repeat(indent), 'dim'),
					...one,
				]),
				enter: {
					label: 'its log',
					run: (current) =>
						openPlace(current, service.serviceArn, { kind: 'log', taskArn: kill.task.taskArn, at: kill.at }),
				},
			};
		}),
	];
}

function taskEntry(taskArn: string, serviceArn: string): NonNullable<PickItem['enter']> {
	return { label: 'task', run: (context) => openPlace(context, serviceArn, { kind: 'task', taskArn }) };
}

function heading(name: string, rest: string, width: number): readonly TextLine[] {
	const [first = EMPTY_LINE, ...more] = paragraph(rest, Math.max(20, width - name.length - 2));
	return [[span(`${name}  `, 'accent'), ...first], ...more.map((one) => [span(' '.repeat(name.length + 2)), ...one])];
}

function statusSpan(state: string, glyphs: Glyphs): Span {
	if (/^unhealthy/iu.test(state)) return span(`${glyphs.failing} ${state}`, 'failing');
	if (/^(?:initial|draining)$/u.test(state)) return span(`${glyphs.changing} ${state}`, 'changing');
	return /^(?:unavailable|unused)$/u.test(state) ? span(`${glyphs.degraded} ${state}`, 'degraded') : span(`  ${state}`);
}

/** The last hour, the present at the right. */
function laneSpan(turns: readonly Turn[], now: number, glyphs: Glyphs): Span {
	const marks: Readonly<Record<LaneCell, string>> = {
		failing: glyphs.failing,
		well: glyphs.well,
		unknown: '.',
		nothing: ' ',
	};
	const cells = lane(turns, { from: now - HOUR, to: now }, CELLS);
	return span(cells.map((cell) => marks[cell]).join(''), cells.includes('failing') ? 'failing' : undefined);
}
