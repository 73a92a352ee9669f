import type { Service } from '../model/service.ts';
import { isSettled } from './due-services.ts';
import { pace } from './pace.ts';
import type { Topic } from './picture.ts';
import { SETTLE, type ReadingContext } from './reading-context.ts';
import type { Reading } from './reading.ts';
import { serviceDeploymentsReading } from './readings/service-deployments.ts';
import { SELECTED, type WantedServices } from './wanted-services.ts';

/** Ms between two looks at a history while the deployments of its service stay as they are. */
const EVERY = { selected: 30_000, unsettled: 5 * 60_000 };

/** Calls that one look takes: list, describe, and the revisions. */
const CALLS = 3;

/**
 * The history of rollouts of the selected service and of those that fail, change or are in trouble, so that what changed is known when
 * somebody asks. It is read anew when their deployments change; a screen that shows it reads it by itself.
 */
export function deploymentReadings(
	context: ReadingContext,
	clusterArn: string,
	{ all, wanted }: WantedServices,
	{ topics, troubled }: { readonly topics: readonly Topic[]; readonly troubled: readonly Service[] },
): readonly Reading[] {
	const shown = new Set(topics.flatMap((topic) => (topic.kind === 'service-deployments' ? [topic.serviceArn] : [])));
	const services = Object.values(context.picture().services[clusterArn]?.value ?? {});
	const own = services.filter(({ serviceArn, deployments }) => deployments.length > 0 && !shown.has(serviceArn));
	const isSelected = ({ serviceArn }: Service) => (wanted.get(serviceArn) ?? Infinity) <= SELECTED;
	const isUnsettled = (service: Service) => !isSettled(service) || troubled.includes(service);
	const unsettled = own.filter((service) => all && !isSelected(service) && isUnsettled(service));
	const reading = (service: Service, every: number, settle: number) => ({
		...serviceDeploymentsReading(context, clusterArn, service.serviceArn),
		key: `service deployments ${service.serviceArn} ${stateOf(service)}`,
		every,
		settle,
	});
	const rarely = pace(EVERY.unsettled, CALLS * unsettled.length, 1);
	return [
		...own.filter(isSelected).map((service) => reading(service, EVERY.selected, SETTLE)),
		// One after the other, so they never stand in the way of what is looked at.
		...unsettled.map((service, place) => reading(service, rarely, SETTLE + pace(0, CALLS * (place + 1), 1))),
	];
}

/** What tells one state of its deployments from the next. */
function stateOf({ deployments }: Service): string {
	return deployments.map(({ id, status, rolloutState }) => `${id} ${status} ${rolloutState}`).join(', ');
}
