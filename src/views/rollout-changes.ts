import type { Rollout } from '../diagnosis/deployment-story.ts';
import { latestRollout } from '../diagnosis/deployment-story.ts';
import { revisionChanges } from '../model/revision-changes.ts';
import type { DocumentChange } from '../model/task-definition-diff.ts';
import type { Picture, Topic } from '../store/picture.ts';
import { definitionTopics } from './definition-topics.ts';
import type { ViewContext } from './pane.ts';
import { rolloutSources } from './rollout-sources.ts';
import { selectedService } from './scope.ts';

/** What a rollout brings that is new; undefined while its two revisions are not both known. */
export function rolloutChanges(
	{ taskDefinitions }: Picture,
	{ from, to }: Rollout,
): readonly DocumentChange[] | undefined {
	const before = taskDefinitions[from ?? '']?.value;
	const after = taskDefinitions[to ?? '']?.value;
	return before && after && before !== after ? revisionChanges(before, after) : undefined;
}

/** The newest rollout of the selected service. */
export function selectedRollout(context: ViewContext): Rollout | undefined {
	const service = selectedService(context);
	return service && latestRollout(rolloutSources(context.picture, service));
}

/** The two revisions of it. */
export function rolloutTopics(context: ViewContext): readonly Topic[] {
	const { from, to } = selectedRollout(context) ?? {};
	return definitionTopics([from, to]);
}
