import type { Glyphs } from '../../components/theme.ts';
import { revisionOf } from '../../model/arn.ts';
import type { ServiceDeployment } from '../../model/deployment-history.ts';
import { duration } from '../../model/duration.ts';
import { failedCallAndNext } from '../../model/failure-words.ts';
import type { Resource } from '../../model/resource.ts';
import { moment } from '../clock.ts';
import { type GridColumn, gridLines } from '../grid.ts';
import type { ViewContext } from '../pane.ts';
import type { Section } from '../section.ts';
import { line, span, type Span, type TextLine } from '../text-line.ts';
import { paragraph } from '../wrap.ts';

/**
 * The rollouts AWS remembers, newest first: from which revision to which, how long it took, why it was taken back.
 * `why` says why one failed, and what came of it; empty where it did not.
 */
export function historySection(
	history: Resource<readonly ServiceDeployment[]> | undefined,
	why: (deployment: ServiceDeployment) => string,
	context: ViewContext,
): Section {
	return {
		title: 'History',
		wide: true,
		lines: (width) => {
			if (history?.value === undefined) return missing(history, width);
			if (history.value.length === 0) return [line('AWS remembers no deployments of this service', 'dim')];
			return gridLines(columns(why, context), history.value, width);
		},
	};
}

function missing(history: Resource<unknown> | undefined, width: number): readonly TextLine[] {
	const failure = history?.failure;
	if (!failure) return [line('asking ecs:ListServiceDeployments', 'dim')];
	return paragraph(failedCallAndNext(failure), width, 'degraded');
}

function columns(
	why: (deployment: ServiceDeployment) => string,
	{ theme, now, settings }: ViewContext,
): readonly GridColumn<ServiceDeployment>[] {
	return [
		{ title: '  STATUS', cell: ({ status }) => statusSpan(status, theme.glyphs) },
		{ title: 'REVISION', cell: (deployment) => span(revisionWords(deployment), 'strong') },
		{ title: 'STARTED', cell: (deployment) => span(startWords(deployment, now, settings.utc)) },
		{ title: 'TOOK', align: 'right', cell: (deployment) => span(tookWords(deployment, now)) },
		{ title: 'BREAKER', cell: ({ circuitBreaker }) => breakerSpan(circuitBreaker) },
		{
			title: 'WHY',
			cell: (deployment) => span(why(deployment), 'dim'),
		},
	];
}

/** The words of ServiceDeployment.status (ECS API reference) with the glyph of what they mean. */
function statusSpan(status: string, glyphs: Glyphs): Span {
	if (status === 'SUCCESSFUL') return span(`  ${status}`);
	if (status === 'PENDING' || status.endsWith('_PROGRESS') || status.endsWith('REQUESTED')) {
		return span(`${glyphs.changing} ${status}`, 'changing');
	}
	return span(`${glyphs.failing} ${status}`, 'failing');
}

/** `:42 → :43`, or `:43` when nothing was there before or it is the same revision again. */
export function revisionWords({ sourceTaskDefinitions, targetTaskDefinition }: ServiceDeployment): string {
	const target = targetTaskDefinition === undefined ? '?' : `:${revisionOf(targetTaskDefinition)}`;
	const sources = sourceTaskDefinitions.map((arn) => `:${revisionOf(arn)}`).filter((source) => source !== target);
	return sources.length === 0 ? target : `${sources.join(', ')} → ${target}`;
}

/** When it was asked for: that is the time which the other screens tell, too. */
function startWords({ startedAt, createdAt }: ServiceDeployment, now: number, utc: boolean): string {
	const at = createdAt ?? startedAt;
	return at === undefined ? '-' : moment(at, now, utc);
}

function tookWords({ startedAt, createdAt, finishedAt }: ServiceDeployment, now: number): string {
	const from = createdAt ?? startedAt;
	return from === undefined ? '-' : duration((finishedAt ?? now) - from);
}

/** `1 of 3`: failures against the number at which the circuit breaker trips. */
function breakerSpan(breaker: ServiceDeployment['circuitBreaker']): Span {
	if (!breaker) return span('-', 'dim');
	if (breaker.status === 'DISABLED') return span('off', 'dim');
	const tone = breaker.status === 'TRIGGERED' ? 'failing' : breaker.failureCount > 0 ? 'degraded' : 'dim';
	return span(`${breaker.failureCount} of ${breaker.threshold}`, tone);
}
