import { cannotFit, instancesFor } from '../../model/capacity.ts';
import { type ContainerInstance } from '../../model/container-instance.ts';
import { type Fit, fitOn, fitOnNew, type Lack, takesTasks } from '../../model/instance-room.ts';
import type { TaskNeeds } from '../../model/task-needs.ts';
import type { Evidence } from '../evidence.ts';
import { missingTasks } from './missing-tasks.ts';
import { needsOf } from './needs-of.ts';

/** What the missing tasks of a service need, and what its instances have. */
export type CapacityPlan = {
	readonly missing: number;
	/** Of one task. */
	readonly needs: TaskNeeds;
	/** Of each instance that takes tasks. */
	readonly fits: readonly Fit[];
	/** How many of the missing tasks find room as it is. */
	readonly room: number;
	/** What most of those lack that have room for none. */
	readonly scarce: Lack['kind'] | undefined;
	/** What it takes to start them all; undefined where the size of an instance is not told. */
	readonly add?: { readonly instances: number; readonly type: string };
	/** No instance of the kinds there are has room for even one, were it empty. */
	readonly neverFits: boolean;
};

/** Undefined on Fargate, where nothing is missing, and where what was not read would have to be guessed. */
export function capacityPlan(evidence: Evidence): CapacityPlan | undefined {
	const { service, instances } = evidence;
	const missing = missingTasks(evidence);
	const needs = needsOf(evidence);
	if (!instances || !needs || missing === 0 || service.schedulingStrategy !== 'REPLICA') return undefined;
	if (cannotFit(service, needs) !== undefined) return undefined;
	const ours = instancesFor(service, instances).filter(takesTasks);
	if (ours.length === 0) return undefined;
	const fits = ours.map((instance) => fitOn(instance, needs));
	const room = fits.reduce((sum, { tasks }) => sum + tasks, 0);
	const kinds = kindsOf(ours, needs);
	const [best] = kinds.filter(({ each }) => each > 0);
	return {
		missing,
		needs,
		fits,
		room: Math.min(room, missing),
		scarce: mostFrequent(fits.flatMap(({ tasks, lack }) => (tasks === 0 && lack ? [lack.kind] : []))),
		...(best && { add: { instances: Math.ceil(Math.max(0, missing - room) / best.each), type: best.type } }),
		neverFits: kinds.length > 0 && !best && room === 0,
	};
}

type Kind = { readonly type: string; readonly each: number };

/** The types of instance there are, the most frequent first, with how many tasks a new one of each takes. */
function kindsOf(instances: readonly ContainerInstance[], needs: TaskNeeds): readonly Kind[] {
	const byType = Map.groupBy(instances, (instance) => instance.instanceType ?? 'instance like these');
	return [...byType]
		.toSorted(([, one], [, other]) => other.length - one.length)
		.flatMap(([type, [one]]) => {
			// A fixed port makes it one each, however large an instance is.
			const each = (one && fitOnNew(one, needs)) ?? (hasPorts(needs) ? 1 : undefined);
			return each === undefined ? [] : [{ type, each }];
		});
}

function hasPorts({ hostPorts, hostUdpPorts }: TaskNeeds): boolean {
	return hostPorts.length + hostUdpPorts.length > 0;
}

function mostFrequent<T>(all: readonly T[]): T | undefined {
	const groups = [...Map.groupBy(all, (one) => one)];
	return groups.toSorted(([, one], [, other]) => other.length - one.length)[0]?.[0];
}
