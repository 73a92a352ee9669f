import { MINUTE, SECOND } from '../clock.ts';
import type { DeploymentConfiguration, LifecycleHook } from '../deployment-configuration.ts';
import { functionOf } from '../hook-function.ts';
import { text62 } from '../random.ts';
import type { HookState, ShiftState } from '../shift.ts';
import type { World } from '../world.ts';

/** Minutes until a hook times out, unless it says otherwise (ECS API reference, DeploymentLifecycleHookTimeoutConfiguration). */
const DEFAULT_TIMEOUT = 1_440;

/** Begins the hooks of the step that has just begun. */
export function startHooks(world: World, configuration: DeploymentConfiguration, shift: ShiftState): void {
	const stage = shift.steps[shift.place]?.stage;
	if (stage === undefined) return;
	for (const hook of configuration.lifecycleHooks ?? []) {
		if (hook.lifecycleStages.includes(stage)) shift.hooks.push(begun(world, hook, stage, shift.place));
	}
}

function begun(world: World, hook: LifecycleHook, stage: HookState['stage'], place: number): HookState {
	const { targetType = 'AWS_LAMBDA', hookTargetArn, timeoutConfiguration } = hook;
	const { now } = world.clock;
	// `ecs-{hookType}-{id}` (ECS developer guide, troubleshooting blue/green deployments); the type's name for Lambda is a guess.
	const type = targetType === 'PAUSE' ? 'pause' : 'lambda';
	return {
		hookId: `ecs-${type}-${text62(world.random, 43)}`,
		targetType,
		...(hookTargetArn !== undefined && { targetArn: hookTargetArn }),
		stage,
		place,
		status: targetType === 'PAUSE' ? 'AWAITING_ACTION' : 'IN_PROGRESS',
		startedAt: now,
		expiresAt: now + (timeoutConfiguration?.timeoutInMinutes ?? DEFAULT_TIMEOUT) * MINUTE,
		timeoutAction: timeoutConfiguration?.action ?? 'ROLLBACK',
	};
}

/** What the hooks of the present step come to: nothing in the way, a time to wait for (epoch ms), or a failed deployment. */
export type HooksSay =
	| { readonly is: 'done' }
	| { readonly is: 'waiting'; readonly until: number }
	| { readonly is: 'failed'; readonly reason: string };

/** Asks how far the hooks of the present step are, and ends those whose time is up. */
export function askHooks(world: World, shift: ShiftState): HooksSay {
	const own = shift.hooks.filter(({ place }) => place === shift.place);
	const open = own.filter(isOpen).map((hook) => ask(world, hook));
	const failed = own.find(({ status, timeoutAction }) => {
		return status === 'FAILED' || (status === 'TIMED_OUT' && timeoutAction === 'ROLLBACK');
	});
	if (failed) return { is: 'failed', reason: reasonOf(failed) };
	const waiting = own.some(isOpen);
	return waiting ? { is: 'waiting', until: Math.min(...open) } : { is: 'done' };
}

/** Not decided yet. */
export function isOpen({ status }: HookState): boolean {
	return status === 'AWAITING_ACTION' || status === 'IN_PROGRESS';
}

/** Gives when to ask again. */
function ask(world: World, hook: HookState): number {
	const { now } = world.clock;
	const { seconds, result } = functionOf(world.functions, hook.targetArn ?? '');
	const answersAt = hook.startedAt + seconds * SECOND;
	const answers = hook.targetType === 'AWS_LAMBDA' && result !== 'IN_PROGRESS';
	if (answers && answersAt <= now) hook.status = result;
	else if (hook.expiresAt <= now) hook.status = 'TIMED_OUT';
	return answers ? Math.min(answersAt, hook.expiresAt) : hook.expiresAt;
}

/** AWS's words (ECS developer guide, troubleshooting blue/green deployments); those for a function that times out are not known. */
function reasonOf({ stage, targetType, targetArn, status }: HookState): string {
	const rolledBack = 'Service deployment rolled back because';
	if (targetType === 'PAUSE') return `${rolledBack} ${stage} pause hook timed out.`;
	const failed = `${rolledBack} ${stage} lifecycle hook(s) failed.`;
	return status === 'FAILED' ? `${failed} Lifecycle hook target ${targetArn} returned FAILED status.` : failed;
}
