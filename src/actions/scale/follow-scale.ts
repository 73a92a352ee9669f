import type { Service } from '../../model/service.ts';
import { lastTrouble } from '../last-trouble.ts';
import type { Following, Outcome } from '../outcome.ts';
import type { Plan } from '../plan.ts';
import { readService } from '../read-service.ts';
import { watch } from '../watch.ts';
import type { ScaleInput } from './plan-scale.ts';

/** Ms between two looks at the service. */
const EVERY = 3_000;

/** Watches until as many tasks run as were asked for. */
export async function* followScale(
	{ subject, changes }: Plan<ScaleInput>,
	following: Following,
): AsyncGenerator<string, Outcome> {
	const { serviceName } = subject;
	const [wanted] = changes.flatMap(({ name, input }) =>
		name === 'ecs:UpdateService' ? (input.desiredCount ?? []) : [],
	);
	if (wanted === undefined) return { state: 'done', text: `The bounds of ${serviceName} are set.` };
	const since = following.now();
	let service: Service | undefined;
	const outcome = yield* watch(
		{
			every: EVERY,
			made: `The desired count of ${serviceName} is ${wanted}`,
			next: `\`deckwatch tasks ${serviceName}\` shows what became of the others.`,
			look: () => readService(following.aws, subject),
			judge: (seen) => judge((service = seen), wanted),
		},
		following,
	);
	if (outcome.state !== 'timed-out') return outcome;
	return { ...outcome, text: [outcome.text, ...lastTrouble(service, since)].join('\n') };
}

function judge(service: Service, wanted: number): Outcome | string {
	const { serviceName, desiredCount, taskSets } = service;
	// While a task set is brought in, the service counts both.
	const { runningCount, pendingCount } = taskSets?.find(({ status }) => status === 'PRIMARY') ?? service;
	if (desiredCount !== wanted) {
		return {
			state: 'failed',
			text: `${serviceName} was set to ${wanted}, and then to ${desiredCount} by somebody else or by autoscaling.`,
			next: 'Its events and its scaling activities say who it was.',
		};
	}
	if (runningCount === wanted && pendingCount === 0) {
		return { state: 'done', text: `${serviceName} runs ${wanted} of ${wanted} tasks.` };
	}
	return `${runningCount} of ${desiredCount} running${pendingCount > 0 ? `, ${pendingCount} pending` : ''}`;
}
