import { deploymentStory } from '../../diagnosis/deployment-story.ts';
import type { Service } from '../../model/service.ts';
import { serviceEvidence } from '../../store/service-evidence.ts';
import { rolloutTopics } from '../rollout-changes.ts';
import { rolloutSources } from '../rollout-sources.ts';
import { noService, selectedServiceResource, serviceTitle, serviceTopics } from '../scope.ts';
import { sectionLines } from '../section.ts';
import { textPane } from '../text-pane.tsx';
import { troubleOf } from '../trouble.ts';
import { changesSection } from './changes-section.ts';
import { historySection } from './history-section.ts';
import { inPlaceSection } from './in-place-section.ts';
import { whyWords } from './why-words.ts';

/** The deployments of a service: those in place, and those before. */
export const deploymentsPane = textPane<Service>({
	id: 'deployments',
	title: (context) => ['Deployments', serviceTitle(context)],
	topics: (context) => [
		...serviceTopics(context, ['service', 'service-deployments', 'tasks']),
		...rolloutTopics(context),
	],
	subject: (context) => (context.ui.serviceArn === undefined ? 'nothing' : selectedServiceResource(context)),
	trouble: ({ picture, ui, now }) => troubleOf(picture.serviceDeployments[ui.serviceArn ?? ''], now),
	asking: (context) => `asking ecs:DescribeServices for ${serviceTitle(context)}`,
	empty: noService,
	lines: (service, context, width) => {
		const history = context.picture.serviceDeployments[service.serviceArn];
		const tasks = serviceEvidence(context.picture, service).tasks ?? [];
		const story = deploymentStory(rolloutSources(context.picture, service));
		return sectionLines(
			[
				inPlaceSection(service, tasks, context),
				...changesSection(context),
				historySection(history, (deployment) => whyWords(deployment, story, context), context),
			],
			width,
		);
	},
});
