import { serviceEvidence } from '../../store/service-evidence.ts';
import type { Pane } from '../pane.ts';
import { pickPane } from '../pick-pane.tsx';
import { noService, selectedService, selectedServiceResource, serviceTitle, serviceTopics } from '../scope.ts';
import { healthItems } from './health-items.ts';

/** What the containers' checks and the load balancers say of each task, since when, and whom they have killed. */
export const healthPane: Pane = pickPane({
	id: 'health',
	title: (context) => ['Health', serviceTitle(context)],
	topics: (context) => serviceTopics(context, ['service', 'tasks', 'target-groups', 'evidence']),
	subject: (context) => (context.ui.serviceArn === undefined ? 'nothing' : selectedServiceResource(context)),
	asking: (context) => `asking ecs:DescribeServices for ${serviceTitle(context)}`,
	empty: noService,
	items: (context, width) => {
		const service = selectedService(context);
		return service ? healthItems(serviceEvidence(context.picture, service), context, width) : [];
	},
});
