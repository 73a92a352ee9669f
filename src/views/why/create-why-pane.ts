import { keyOf } from '../key-of.ts';
import type { Pane, ViewContext } from '../pane.ts';
import { apart, pickPane } from '../pick-pane.tsx';
import { selectedServiceResource, serviceTitle, serviceTopics } from '../scope.ts';
import { shownClusters } from '../services/shown-clusters.ts';
import type { Finding } from '../../diagnosis/finding.ts';
import { findingItems } from './finding-items.ts';
import { findingRows } from './finding-rows.ts';

/**
 * What is found wrong with the selected service, with all that speaks for it and what to do about it; or what is found in
 * all shown clusters.
 * @param findings of all services of the shown clusters, the most severe first
 */
export function createWhyPane(findings: (context: ViewContext) => readonly Finding[]): Pane {
	const ofSelected = (context: ViewContext): readonly Finding[] =>
		findings(context).filter(({ serviceArns }) => serviceArns.includes(context.ui.serviceArn ?? ''));
	return pickPane({
		id: 'why',
		title: (context) =>
			context.ui.allFindings
				? ['Why', 'all services', counted(findings(context).length)]
				: ['Why', serviceTitle(context), counted(ofSelected(context).length)],
		topics: (context) =>
			context.ui.allFindings
				? shownClusters(context.picture, context.ui.clusterArns).map((clusterArn) => ({ kind: 'services', clusterArn }))
				: serviceTopics(context, ['service', 'tasks', 'service-deployments', 'target-groups', 'evidence']),
		bindings: [
			{
				id: 'why.all',
				keys: ['A'],
				label: 'all services',
				help: 'What is found in all services of the shown clusters, or in the selected one only.',
				hint: ({ ui }) => (ui.allFindings ? 'this service' : 'all services'),
				footer: 12,
				run: ({ dispatch }) => dispatch({ type: 'all-findings' }),
			},
		],
		subject: (context) => {
			if (context.ui.allFindings) return { value: true };
			return context.ui.serviceArn === undefined ? 'nothing' : selectedServiceResource(context);
		},
		asking: (context) => `asking ecs:DescribeServices for ${serviceTitle(context)}`,
		empty: (context) => ({
			why: context.ui.allFindings
				? 'Nothing is found wrong in any service.'
				: `Nothing is found wrong with ${serviceTitle(context)}.`,
			press: context.ui.allFindings
				? `${keyOf(context, 'back')} goes back.`
				: `${keyOf(context, 'why.all')} looks at all services; ${keyOf(context, 'open.events')} shows what happened lately.`,
		}),
		items: (context, width) =>
			context.ui.allFindings
				? findingRows(findings(context), context, width)
				: apart(ofSelected(context).map((finding) => findingItems(finding, context, width))),
	});
}

function counted(count: number): string {
	return count === 1 ? '1 finding' : `${count} findings`;
}
