import type { ChangeAnswer } from '../../aws/changes/change.ts';
import type { Service } from '../../model/service.ts';
import { lastTrouble } from '../last-trouble.ts';
import type { Following, Outcome } from '../outcome.ts';
import type { Plan } from '../plan.ts';
import { readServiceIfThere } from '../read-service.ts';
import { watch } from '../watch.ts';
import type { ScaleInput } from './plan-scale.ts';
import type { ScaleSnapshot } from './scale-snapshot.ts';

/** Ms between two looks at the service. */
const EVERY = 3_000;

/** ECS may show a change late (ECS API reference, eventual consistency): so long (ms) the old count proves nothing. */
const SHOWN_WITHIN = 30_000;

/** Watches until as many tasks run as were asked for. */
export async function* followScale(
	{ subject, changes }: Plan<ScaleInput>,
	following: Following,
	_answers: readonly ChangeAnswer[],
	{ service: { desiredCount: before } }: ScaleSnapshot,
): AsyncGenerator<string, Outcome> {
	const { aws, now } = following;
	const { serviceName } = subject;
	const [wanted] = changes.flatMap(({ name, input }) =>
		name === 'ecs:UpdateService' ? (input.desiredCount ?? []) : [],
	);
	if (wanted === undefined) return { state: 'done', text: `The bounds of ${serviceName} are set.` };
	const since = now();
	let isShown = false;
	let seen: Service | undefined;
	const outcome = yield* watch(
		{
			every: EVERY,
			made: `The desired count of ${serviceName} is ${wanted}`,
			next: `\`deckwatch tasks ${serviceName}\` shows what became of the others.`,
			look: () => readServiceIfThere(aws, subject),
			judge: (service): Outcome | string => {
				seen = service;
				if (!service) return failed(`${serviceName} is gone: it was deleted.`);
				isShown ||= service.desiredCount === wanted;
				const mayBeLate = !isShown && service.desiredCount === before && now() - since < SHOWN_WITHIN;
				return mayBeLate ? `AWS still shows a desired count of ${before}` : judge(service, wanted);
			},
		},
		following,
	);
	if (outcome.state !== 'timed-out') return outcome;
	return { ...outcome, text: [outcome.text, ...lastTrouble(seen, since)].join('\n') };
}

function judge(service: Service, wanted: number): Outcome | string {
	const { serviceName, status, desiredCount, taskSets } = service;
	if (status !== 'ACTIVE')
		return failed(`${serviceName} is being deleted (${status}), and will not run ${wanted} tasks.`);
	// While a task set is brought in, the service counts both.
	const { runningCount, pendingCount } = taskSets?.find((set) => set.status === 'PRIMARY') ?? service;
	if (desiredCount !== wanted) {
		return {
			...failed(
				`${serviceName} was set to ${wanted}, and then to ${desiredCount} by another change or by autoscaling.`,
			),
			next: 'Its events and its scaling activities say who it was.',
		};
	}
	if (runningCount === wanted && pendingCount === 0) {
		return { state: 'done', text: `${serviceName} runs ${wanted} of ${wanted} tasks.` };
	}
	return `${runningCount} of ${desiredCount} running${pendingCount > 0 ? `, ${pendingCount} pending` : ''}`;
}

function failed(text: string): Outcome {
	return { state: 'failed', text };
}
