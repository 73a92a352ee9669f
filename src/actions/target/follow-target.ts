import type { Following, Outcome } from '../outcome.ts';
import type { Plan } from '../plan.ts';
import { readService } from '../read-service.ts';
import { scalingResourceId } from '../../model/scaling-resource-id.ts';
import { watch } from '../watch.ts';
import { autoscalingOf, autoscalingWords } from './autoscaling.ts';
import { shows } from './shows.ts';

/** Ms between two looks. */
const EVERY = 3_000;

/** Watches until AWS shows it so. What the policies then make of it is not waited for: that takes minutes, or never comes. */
export async function* followTarget(
	{ subject, changes }: Pick<Plan, 'subject' | 'changes'>,
	following: Following,
): AsyncGenerator<string, Outcome> {
	const { aws } = following;
	const { region, serviceName } = subject;
	const resourceId = scalingResourceId(subject);
	return yield* watch(
		{
			every: EVERY,
			made: `AWS took the autoscaling of ${serviceName}`,
			next: `\`deckwatch target ${serviceName}\` says what AWS has of it.`,
			look: async () => {
				const [scaling, service] = await Promise.all([aws.scaling(region, [resourceId]), readService(aws, subject)]);
				return { scaling: scaling.get(resourceId), service };
			},
			judge: ({ scaling, service }): Outcome | string => {
				if (!changes.every((change) => shows(change, scaling))) return 'AWS does not show all of it';
				const { desiredCount, runningCount } = service;
				return {
					state: 'done',
					text: `${serviceName} ${autoscalingWords(autoscalingOf(scaling))}.\nIts desired count is ${desiredCount}, with ${runningCount} running.`,
				};
			},
		},
		following,
	);
}
