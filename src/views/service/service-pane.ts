import type { Service } from '../../model/service.ts';
import { targetGroupsOf } from '../../store/related.ts';
import type { ViewContext } from '../pane.ts';
import { noService, selectedService, selectedServiceResource, serviceTitle, serviceTopics } from '../scope.ts';
import { type Section, sectionLines } from '../section.ts';
import { textPane } from '../text-pane.tsx';
import { definitionTopics } from '../definition-topics.ts';
import { firstTrouble } from '../trouble.ts';
import { deploymentSection } from './deployment-section.ts';
import { identitySection } from './identity-section.ts';
import { loadBalancerSection } from './load-balancer-section.ts';
import { capacitySection, discoverySection, networkSection, tagSection } from './network-section.ts';
import { scalingSection } from './scaling-section.ts';
import { stateLines } from './state-lines.ts';

/** A service with all its settings. */
export const servicePane = textPane<Service>({
	id: 'service',
	title: (context) => ['Service', serviceTitle(context)],
	topics: (context) => [
		...serviceTopics(context, ['service', 'target-groups', 'tasks']),
		...definitionTopics([selectedService(context)?.taskDefinition]),
	],
	subject: (context) => (context.ui.serviceArn === undefined ? 'nothing' : selectedServiceResource(context)),
	trouble: (context) => {
		const service = selectedService(context);
		const { scaling, targetHealth } = context.picture;
		const health = service ? targetGroupsOf(service).map((arn) => targetHealth[arn]) : [];
		return firstTrouble([scaling[context.ui.serviceArn ?? ''], ...health], context.now);
	},
	asking: (context) => `asking ecs:DescribeServices for ${serviceTitle(context)}`,
	empty: noService,
	lines: (service, context, width) => [
		...stateLines(service, context, width),
		...sectionLines(serviceSections(service, context), width),
	],
});

/** What the screen is made of, top to bottom: what one asks first on call comes first. */
function serviceSections(service: Service, context: ViewContext): readonly Section[] {
	return [
		identitySection(service, context),
		deploymentSection(service, context.picture.taskDefinitions[service.taskDefinition]?.value),
		loadBalancerSection(service, context),
		networkSection(service),
		capacitySection(service),
		scalingSection(context.picture.scaling[service.serviceArn]),
		discoverySection(service),
		tagSection(service),
	];
}
