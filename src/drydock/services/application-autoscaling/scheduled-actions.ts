import type {
	DeleteScheduledActionRequest,
	DescribeScheduledActionsRequest,
	DescribeScheduledActionsResponse,
	PutScheduledActionRequest,
	ScalableTargetAction,
} from '@aws-sdk/client-application-auto-scaling';
import { isSchedule, isTimeZone } from '../../scaling/schedule.ts';
import { arnOf } from '../../world/arn.ts';
import type { ScheduledActionState } from '../../world/scaling.ts';
import { checkBounds } from '../constraint.ts';
import { date } from '../date.ts';
import { pageOf } from '../page.ts';
import { invalid, invalidToken, type Look, named, notFound, notValid, registeredTarget, targetsAsked } from './look.ts';

const PAGE = { min: 1, max: 50 };

/** @throws {AwsFault} ValidationException, InvalidNextTokenException */
export function describeScheduledActions(
	look: Look,
	input: DescribeScheduledActionsRequest,
): DescribeScheduledActionsResponse {
	const { ScheduledActionNames = [], MaxResults = PAGE.max } = input;
	checkBounds('ValidationException', 'maxResults', MaxResults, PAGE);
	const actions = targetsAsked(look, input)
		.flatMap((target) => target.scheduledActions.map((action) => ({ target, action })))
		.filter(
			({ action }) => ScheduledActionNames.length === 0 || ScheduledActionNames.includes(action.scheduledActionName),
		);
	const { items, nextToken } = pageOf(actions, MaxResults, input.NextToken, invalidToken);
	return {
		ScheduledActions: items.map(({ target, action }) => {
			const path = `scheduledAction:resource/ecs/${target.resourceId}:scheduledActionName/${action.scheduledActionName}`;
			return {
				...named(target),
				ScheduledActionName: action.scheduledActionName,
				ScheduledActionARN: arnOf(look.world, 'autoscaling', target.region, path),
				Schedule: action.schedule,
				Timezone: action.timezone,
				StartTime: date(action.startTime),
				EndTime: date(action.endTime),
				ScalableTargetAction: bounds(action),
				CreationTime: date(action.createdAt),
			};
		}),
		NextToken: nextToken,
	};
}

/**
 * Makes or changes an action; of a known one, schedule and bounds stay when left out, start and end do not.
 * @throws {AwsFault} ObjectNotFoundException, ValidationException
 */
export function putScheduledAction(look: Look, input: PutScheduledActionRequest): object {
	const { scheduledActions } = registeredTarget(look, input);
	const index = scheduledActions.findIndex(
		({ scheduledActionName }) => scheduledActionName === input.ScheduledActionName,
	);
	const known = scheduledActions[index];
	const schedule = input.Schedule ?? known?.schedule ?? '';
	if (!isSchedule(schedule)) throw invalid(`Invalid schedule expression: ${schedule}`);
	const bound = input.ScalableTargetAction ?? (known && bounds(known)) ?? {};
	if (bound.MinCapacity === undefined && bound.MaxCapacity === undefined) throw notValid();
	const timezone = input.Timezone ?? known?.timezone;
	if (timezone !== undefined && !isTimeZone(timezone)) throw notValid();
	const action: ScheduledActionState = {
		scheduledActionName: input.ScheduledActionName ?? '',
		schedule,
		...(timezone !== undefined && { timezone }),
		...capacity(bound),
		...(input.StartTime && { startTime: input.StartTime.getTime() }),
		...(input.EndTime && { endTime: input.EndTime.getTime() }),
		createdAt: known?.createdAt ?? look.world.clock.now,
	};
	scheduledActions.splice(index === -1 ? scheduledActions.length : index, known === undefined ? 0 : 1, action);
	return {};
}

/** @throws {AwsFault} ObjectNotFoundException */
export function deleteScheduledAction(look: Look, input: DeleteScheduledActionRequest): object {
	const { scheduledActions } = registeredTarget(look, input);
	const index = scheduledActions.findIndex(
		({ scheduledActionName }) => scheduledActionName === input.ScheduledActionName,
	);
	if (index === -1) throw notFound('No scheduled action found', input);
	scheduledActions.splice(index, 1);
	return {};
}

function bounds({ minCapacity, maxCapacity }: ScheduledActionState): ScalableTargetAction {
	return { MinCapacity: minCapacity, MaxCapacity: maxCapacity };
}

function capacity({ MinCapacity, MaxCapacity }: ScalableTargetAction) {
	return {
		...(MinCapacity !== undefined && { minCapacity: MinCapacity }),
		...(MaxCapacity !== undefined && { maxCapacity: MaxCapacity }),
	};
}
