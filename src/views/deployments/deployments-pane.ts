import { deploymentFailure } from '../../diagnosis/deployment-failure.ts';
import type { Service } from '../../model/service.ts';
import type { Task } from '../../model/task.ts';
import { serviceEvidence } from '../../store/service-evidence.ts';
import { noService, selectedServiceResource, serviceTitle, serviceTopics } from '../scope.ts';
import { sectionLines } from '../section.ts';
import { textPane } from '../text-pane.tsx';
import { troubleOf } from '../trouble.ts';
import { historySection } from './history-section.ts';
import { inPlaceSection } from './in-place-section.ts';

/** The deployments of a service: those in place, and those before. */
export const deploymentsPane = textPane<Service>({
	id: 'deployments',
	title: (context) => ['Deployments', serviceTitle(context)],
	topics: (context) => serviceTopics(context, ['service', 'service-deployments', 'tasks']),
	subject: (context) => (context.ui.serviceArn === undefined ? 'nothing' : selectedServiceResource(context)),
	trouble: ({ picture, ui, now }) => troubleOf(picture.serviceDeployments[ui.serviceArn ?? ''], now),
	asking: (context) => `asking ecs:DescribeServices for ${serviceTitle(context)}`,
	empty: noService,
	lines: (service, context, width) => {
		const history = context.picture.serviceDeployments[service.serviceArn];
		const tasks = serviceEvidence(context.picture, service).tasks ?? [];
		return sectionLines(
			[inPlaceSection(service, tasks, context), historySection(history, underWay(service, tasks), context)],
			width,
		);
	},
});

/** Why the deployment that is under way fails: the history does not say so before it is over. */
function underWay({ deployments }: Service, tasks: readonly Task[]): string {
	const primary = deployments.find(({ status }) => status === 'PRIMARY');
	return (primary && deploymentFailure(primary, tasks)) ?? '';
}
