import type { TimelineEntry } from '../diagnosis/timeline/timeline-entry.ts';

export type MarkdownOptions = {
	/** What it is about: `checkout in prod`. */
	readonly subject: string;
	/** `account 1111-2222-3333, ap-northeast-1` */
	readonly place: string;
	/** Epoch ms; the first entry, if absent. */
	readonly from: number | undefined;
	readonly to: number;
	/** What could not be read. */
	readonly missing: readonly string[];
	/** What AWS does not keep, a sentence each. */
	readonly limits: readonly string[];
	/** Of entries of several services each line says whose it is. */
	readonly nameOf: ((serviceArn: string) => string) | undefined;
};

const MARKS: Readonly<Record<TimelineEntry['level'], string>> = {
	failing: '✖',
	degraded: '▲',
	changing: '⟳',
	routine: '',
};

/** A timeline for a post-mortem, times in UTC. `entries`: oldest first. */
export function timelineMarkdown(entries: readonly TimelineEntry[], options: MarkdownOptions): string {
	const { subject, place, from = entries[0]?.at ?? options.to, to, missing, limits, nameOf } = options;
	const columns = ['UTC', '', ...(nameOf ? ['service'] : []), 'kind', 'what'];
	const rows = entries.map(({ at, level, serviceArn, kind, text }) => [
		utc(at),
		MARKS[level],
		...(nameOf ? [cell(nameOf(serviceArn))] : []),
		kind,
		cell(text),
	]);
	const lines = [
		`# What happened to ${code(subject)}`,
		'',
		`${place}, ${utc(from)} to ${utc(to)} UTC.`,
		...(missing.length === 0 ? [] : ['', `Could not be read, and is not in it: ${missing.join(', ')}.`]),
		'',
		...(rows.length === 0
			? ['Nothing that is known of.']
			: [columns, columns.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`)),
		...changes(entries, nameOf),
		...(limits.length === 0 ? [] : ['', '## What is not in it', '', ...limits.map((limit) => `- ${limit}`)]),
	];
	return `${lines.join('\n')}\n`;
}

/** What was new in each deployment, where more is known than its line says. */
function changes(entries: readonly TimelineEntry[], nameOf: MarkdownOptions['nameOf']): readonly string[] {
	const deploys = entries.filter(({ kind, detail = [] }) => kind === 'deployment' && detail.length > 0);
	return deploys.flatMap(({ at, serviceArn, text, detail = [] }) => [
		'',
		`## ${utc(at)} ${nameOf ? `${code(nameOf(serviceArn))} ` : ''}${code(text)}`,
		'',
		...detail.map((words) => `- ${code(words)}`),
	]);
}

/**
 * Text from anywhere as a code span in a table, where a pipe is escaped even there (GitHub Flavored Markdown, 4.10). An
 * even number of backslashes would escape itself, and the pipe behind it would end the cell.
 */
export function cell(text: string): string {
	return code(text).replaceAll(/(\\*)\|/gu, (_, slashes: string) => {
		const more = slashes.length % 2 === 0 ? '\\' : '\\\\';
		return `${slashes}${more}|`;
	});
}

/**
 * Text from anywhere as a code span, in which nothing is markup, a link or somebody's name: as many backticks around it
 * as it takes (CommonMark 0.31, 6.1).
 */
function code(text: string): string {
	const line = text.replaceAll(/\s+/gu, ' ').trim();
	const longest = Math.max(0, ...(line.match(/`+/gu) ?? []).map(({ length }) => length));
	const fence = '`'.repeat(longest + 1);
	const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
	return line === '' ? '' : `${fence}${pad}${line}${pad}${fence}`;
}

/** `2026-11-20 12:04:10` */
function utc(time: number): string {
	return new Date(time).toISOString().slice(0, 19).replace('T', ' ');
}
