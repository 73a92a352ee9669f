import { familyRevision } from '../model/arn.ts';
import type { Evidence, Symptom } from './evidence.ts';

/** Another controller than ECS has two task sets there: one comes in, or one is kept to go back to. */
export function bringingIn({ service: { taskSets = [] } }: Evidence): Symptom | undefined {
	const [newest, ...older] = taskSets.filter(({ status }) => status !== 'DRAINING');
	const [other] = older;
	if (!newest || !other) return undefined;
	const [is, was] = [newest, other].map(({ taskDefinition }) => familyRevision(taskDefinition));
	const running = `${newest.runningCount} of ${newest.desiredCount} running`;
	const reason =
		newest.status === 'PRIMARY'
			? `${is} serves, ${running}; ${was} is still there`
			: `${is} comes in beside ${was}: ${running}`;
	return { reason, ...(newest.createdAt === undefined ? {} : { since: newest.createdAt }) };
}
