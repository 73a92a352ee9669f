import { changeText } from '../../actions/change-text.ts';
import type { Plan, Remark } from '../../actions/plan.ts';

const MARKS: Readonly<Record<Remark['level'], string>> = { good: '✔', info: '·', warning: '▲', unknown: '?' };

/** A plan as lines for people. */
export function planText({ title, subject, differences, remarks, changes }: Plan): string {
	const { account, region, clusterName } = subject;
	const width = Math.max(...differences.map(({ what }) => what.length));
	return [
		`${title}  (${clusterName} · ${region} · ${account})`,
		...differences.map(({ what, before, after }) => `  ${what.padEnd(width)}  ${before} → ${after}`),
		...remarks.map(({ level, text }) => `  ${MARKS[level]} ${text}`),
		...changes.map((change) => `  ${changeText(change)}`),
	].join('\n');
}
