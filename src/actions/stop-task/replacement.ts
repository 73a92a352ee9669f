import type { Aws } from '../../aws/aws.ts';
import { familyRevision } from '../../model/arn.ts';
import type { ContainerInstance } from '../../model/container-instance.ts';
import { roomOn } from '../../model/instance-room.ts';
import { primaryDeployment, type Service } from '../../model/service.ts';
import { taskNeeds, type TaskNeeds } from '../../model/task-needs.ts';
import type { TaskDefinition } from '../../model/task-definition.ts';
import { look, seen, unseen, type Look } from '../look.ts';
import type { Remark } from '../plan.ts';
import { capacityOf, instancesFor } from '../../model/capacity.ts';
import type { Subject } from '../subject.ts';

/** What starts in the place of tasks on instances, where it is another revision than theirs: it may not fit there. */
export type Replacement = {
	readonly definition: Look<TaskDefinition>;
	/** All of the cluster that are ACTIVE. */
	readonly instances: Look<readonly ContainerInstance[]>;
};

/** @param stopped ARNs of the revisions of the tasks */
export async function readReplacement(
	aws: Aws,
	{ region, clusterArn }: Subject,
	{ service, stopped }: { readonly service: Service | undefined; readonly stopped: readonly string[] },
	signal: AbortSignal | undefined,
): Promise<Replacement | undefined> {
	const next = service && primaryDeployment(service)?.taskDefinition;
	if (!next || stopped.includes(next) || !capacityOf(service).instances) return undefined;
	const [definition, instances] = await Promise.all([
		look(aws.taskDefinition(next, region, signal)),
		look(aws.containerInstances(clusterArn, signal)),
	]);
	return { definition, instances };
}

/** That nothing may start in the place of what is stopped, which had less, or had other ports. */
export function replacementRemarks(
	service: Service,
	replacement: Replacement | undefined,
	stopped: readonly TaskDefinition[] | undefined,
): readonly Remark[] {
	if (!replacement) return [];
	const { definition, instances } = replacement;
	const hidden = unseen('what starts in their place', definition) ?? unseen('room on the instances', instances);
	if (hidden !== undefined) return [{ level: 'unknown', text: hidden }];
	const next = seen(definition);
	const all = seen(instances);
	if (!next || !all) return [];
	const needs = taskNeeds(next.document);
	const { tasks, lacking } = roomOn(instancesFor(service, all), needs);
	const fits = stopped?.every(({ document }) => holds(taskNeeds(document), needs)) ?? false;
	if (tasks > 0 || (fits && lacking.length > 0)) return [];
	const lack = lacking.length > 0 ? `no instance has ${lacking.join(' and ')}` : 'no instance takes tasks';
	const name = familyRevision(next.taskDefinitionArn);
	return [{ level: 'warning', text: `${lack}: unless this makes that room, nothing of ${name} starts in their place` }];
}

/** Whether the place of one is large enough for the other. */
function holds(place: TaskNeeds, needs: TaskNeeds): boolean {
	return (
		needs.cpu <= place.cpu &&
		needs.memory <= place.memory &&
		needs.hostPorts.every((port) => place.hostPorts.includes(port)) &&
		needs.hostUdpPorts.every((port) => place.hostUdpPorts.includes(port))
	);
}
