import { truncate } from '../components/cell-width.ts';
import type { Segment } from '../components/segment.ts';
import { newestFailure } from '../diagnosis/failed-stops.ts';
import { shortTaskId } from '../model/arn.ts';
import { checkCommand } from '../model/health-check-words.ts';
import type { Task } from '../model/task.ts';
import { serviceEvidence } from '../store/service-evidence.ts';
import { lastError } from './logs/last-error.ts';
import type { ViewContext } from './pane.ts';
import type { ServiceRow } from './services/service-row.ts';

/** Cells that it may take from what else there is to say. */
const LONGEST = 120;

/**
 * What takes one further: the check that fails, `its check: curl -f http://localhost:8080/healthz`, or what the newest
 * dead task said last, `77aa10 said: KeyError: 'SEARCH_INDEX_URL'`. Empty where neither is known.
 */
export function whyDetail({ service, attention }: ServiceRow, context: ViewContext): readonly Segment[] {
	const { picture, theme, logTail, now } = context;
	const short = (text: string) => truncate(text, LONGEST, theme.glyphs.ellipsis);
	if (attention.level === 'fine' || attention.level === 'changing') return [];
	const evidence = serviceEvidence(picture, service);
	const unhealthy = evidence.tasks?.find(
		({ lastStatus, healthStatus }) => lastStatus === 'RUNNING' && healthStatus === 'UNHEALTHY',
	);
	const dead = newestFailure(evidence, now);
	const checked =
		unhealthy ?? (dead && /failed container health checks/iu.test(dead.stoppedReason ?? '') ? dead : undefined);
	const command = checked && commandOf(checked, context);
	if (command !== undefined) return [{ text: 'its check: ', color: theme.dim }, { text: short(command) }];
	const said = dead && logTail && lastError(logTail.getState().lines, dead.taskArn);
	return said ? [{ text: `${shortTaskId(dead.taskArn)} said: `, color: theme.dim }, { text: short(said) }] : [];
}

function commandOf({ taskDefinitionArn, containers }: Task, { picture }: ViewContext): string | undefined {
	const definition = picture.taskDefinitions[taskDefinitionArn]?.value;
	const failing = containers.flatMap(({ name, healthStatus }) => (healthStatus === 'UNHEALTHY' ? [name] : []));
	return definition && checkCommand(definition, failing);
}
