import { regionOf, revisionOf } from '../../model/arn.ts';
import { fargateMonth } from '../../model/fargate-price.ts';
import type { Service } from '../../model/service.ts';
import { memoryWords, vcpuWords } from '../../model/size-words.ts';
import { taskNeeds, type TaskNeeds } from '../../model/task-needs.ts';
import { seen } from '../look.ts';
import type { Remark } from '../plan.ts';
import { capacityOf } from '../../model/capacity.ts';
import { roomRemarks } from '../room/room-remarks.ts';
import type { Growth } from './scale-snapshot.ts';
import { info, unseenRemarks } from '../remarks.ts';

/** What more tasks cost, and whether there is room for them. */
export function growthRemarks(service: Service, growth: Growth | undefined, count: number): readonly Remark[] {
	// It may have been read for another count than is asked for by now.
	if (!growth || count <= service.desiredCount) return [];
	const definition = seen(growth.taskDefinition);
	const needs = definition && taskNeeds(definition.document);
	return [
		...(needs ? priceRemark(service, needs, count) : []),
		...unseenRemarks('size of a task', growth.taskDefinition),
		...roomRemarks(service, growth.room, { more: count - service.desiredCount, needs }),
	];
}

/** On Fargate, on demand, where the price is known. */
function priceRemark(service: Service, needs: TaskNeeds, count: number): readonly Remark[] {
	const { desiredCount, serviceArn, taskDefinition } = service;
	const { fargate } = capacityOf(service);
	const month = fargateMonth(regionOf(serviceArn), needs);
	if (month === undefined || fargate.length !== 1 || fargate[0] !== 'on-demand') return [];
	const size = `${vcpuWords(needs.cpu)}, ${memoryWords(needs.memory)}`;
	const dollars = Math.max(1, Math.round((count - desiredCount) * month));
	const text = `${desiredCount} → ${count} tasks of :${revisionOf(taskDefinition)} (${size}): about +${dollars} USD a month`;
	return [info(text)];
}
