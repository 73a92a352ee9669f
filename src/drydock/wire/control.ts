import { z } from 'zod';
import type { Dispatcher } from './dispatch.ts';
import { faultRuleSchema, type FaultRule } from './fault-rule.ts';
import { serviceNames } from './service-name.ts';

/** The part of a world that can be steered from outside. */
export type WorldControl = {
	readonly clock: {
		/** Epoch ms in the world. */
		readonly now: number;
		/** World seconds per real second. */
		readonly speed: number;
		readonly paused: boolean;
	};
	setSpeed(speed: number): void;
	setPaused(paused: boolean): void;
	/** Lets `ms` of the world's time pass at once. */
	step(ms: number): void;
};

export type ControlRequest = { readonly method: string; readonly path: string; readonly body: string };

/** `body` is to be sent as JSON. */
export type ControlResponse = { readonly status: number; readonly body: unknown };

/** Below this path nothing is AWS's: drydock is steered here. */
export const controlPath = '/_drydock/';

const clockSchema = z
	.strictObject({
		/** World seconds per real second. */
		speed: z.number().positive().max(3600).optional(),
		pause: z.boolean().optional(),
		/** Seconds of the world. */
		step: z.number().positive().max(86_400).optional(),
	})
	.refine((change) => Object.keys(change).length > 0, { error: 'needs speed, pause or step' });

/**
 * Steers drydock while it runs: `POST /_drydock/faults` adds one fault rule or a list of them, `GET` lists them,
 * `DELETE` ends all but the scenario's own; `GET /_drydock/world` tells the world's time, `POST /_drydock/clock` changes it by
 * `{speed}`, `{pause}` or `{step: seconds}`; `GET /_drydock/calls` lists the last calls.
 */
export function control(
	request: ControlRequest,
	dispatcher: Omit<Dispatcher, 'dispatch'>,
	world: WorldControl | undefined,
): ControlResponse {
	switch (`${request.method} ${request.path}`) {
		case 'GET /_drydock/faults':
			return { status: 200, body: dispatcher.faults() };
		case 'POST /_drydock/faults':
			return changed(request.body, faultsSchema(dispatcher.handlers), (rules) => {
				dispatcher.addFaults(rules);
				return dispatcher.faults();
			});
		case 'DELETE /_drydock/faults':
			dispatcher.setFaults([]);
			return { status: 200, body: dispatcher.faults() };
		case 'GET /_drydock/calls':
			return { status: 200, body: dispatcher.log.calls };
		case 'GET /_drydock/world':
			return world ? { status: 200, body: worldTime(world) } : noWorld;
		case 'POST /_drydock/clock':
			return world ? changed(request.body, clockSchema, (change) => changeClock(world, change)) : noWorld;
		default:
			return {
				status: 404,
				body: {
					error: `no such control: ${request.method} ${request.path}`,
					controls: 'GET/POST/DELETE /_drydock/faults, GET /_drydock/world, POST /_drydock/clock, GET /_drydock/calls',
				},
			};
	}
}

function faultsSchema(handlers: Dispatcher['handlers']): z.ZodType<readonly FaultRule[]> {
	const rule = faultRuleSchema.refine(({ operation }) => isHandled(operation, handlers), {
		path: ['operation'],
		error: 'drydock does not implement this operation',
	});
	return z.preprocess((input) => (Array.isArray(input) ? input : [input]), z.array(rule));
}

function isHandled(pattern: string, handlers: Dispatcher['handlers']): boolean {
	const [service, operation] = pattern.split(':');
	if (operation === undefined || operation === '*') return true;
	const name = serviceNames.find((each) => each === service);
	return name !== undefined && handlers[name]?.[operation] !== undefined;
}

const noWorld: ControlResponse = { status: 409, body: { error: 'this server has no world with a clock' } };

function changeClock(world: WorldControl, change: z.infer<typeof clockSchema>): object {
	if (change.speed !== undefined) world.setSpeed(change.speed);
	if (change.pause !== undefined) world.setPaused(change.pause);
	if (change.step !== undefined) world.step(Math.round(change.step * 1000));
	return worldTime(world);
}

function worldTime({ clock }: WorldControl): object {
	return { now: new Date(clock.now).toISOString(), speed: clock.speed, paused: clock.paused };
}

function changed<T>(body: string, schema: z.ZodType<T>, apply: (change: T) => unknown): ControlResponse {
	let json: unknown;
	try {
		json = JSON.parse(body);
	} catch (error) {
		return { status: 400, body: { error: `the body is not JSON: ${(error as Error).message}` } };
	}
	const parsed = schema.safeParse(json);
	if (!parsed.success) return { status: 400, body: { error: z.prettifyError(parsed.error) } };
	return { status: 200, body: apply(parsed.data) };
}
