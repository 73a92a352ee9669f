import { enqueue } from '../world/event-queue.ts';
import { planExit } from '../world/lifecycle/container-exit.ts';
import { wakeProbing } from '../world/lifecycle/container-health.ts';
import { stopTask } from '../world/lifecycle/stop-task.ts';
import { wakeChecking } from '../world/lifecycle/target-health.ts';
import { targetsOf } from '../world/lifecycle/targets-of.ts';
import { planLook } from '../world/scheduler/plan-look.ts';
import { requestRollback } from '../world/scheduler/request-rollback.ts';
import { activeTasksOf } from '../world/scheduler/service-tasks.ts';
import { setAlarmState } from '../world/scheduler/set-alarm-state.ts';
import { setDesiredCount } from '../world/scheduler/set-desired-count.ts';
import { continueShift } from '../world/shifting/continue-shift.ts';
import { isShifting } from '../world/shifting/is-shifting.ts';
import type { FaultRule } from '../wire/fault-rule.ts';
import type { World } from '../world/world.ts';
import { changeInstances } from './change-instances.ts';
import { completeBehaviour } from './behaviour-schema.ts';
import { changeRoutes } from './change-routes.ts';
import { deploy } from './deploy.ts';
import { findService } from './find-service.ts';
import type { Step } from './script-schema.ts';
import type { SidecarEntry } from './service-schema.ts';

/** Takes the faults that a script sets; the world itself knows nothing of the wire. */
export type FaultSwitch = (rules: readonly FaultRule[]) => void;

/** What the steps of a script speak of beside the world. */
export type Stage = { readonly setFaults: FaultSwitch; readonly sidecars: Readonly<Record<string, SidecarEntry>> };

type StepOf<Do extends Step['do']> = Extract<Step, { readonly do: Do }>;

/** Plans the steps of a script relative to `startAt` (epoch ms); those with `every` come again. */
export function planScript(world: World, script: readonly Step[], startAt: number, stage: Stage): void {
	for (const step of script) planStep(world, step, startAt + step.at, stage);
}

function planStep(world: World, step: Step, at: number, stage: Stage): void {
	enqueue(world.queue, at, () => {
		carryOut(world, step, stage);
		if (step.every !== undefined) planStep(world, step, at + step.every, stage);
	});
}

function carryOut(world: World, step: Step, { setFaults, sidecars }: Stage): void {
	if (step.do === 'deploy') deploy(world, step, sidecars);
	else if (step.do === 'scale') setDesiredCount(world, findService(world, step.service), step.tasks);
	else if (step.do === 'behave') behave(world, step);
	else if (step.do === 'surge') surge(world, step);
	else if (step.do === 'stop-task') stopOne(world, step);
	else if (step.do === 'stop-deployment') stopDeployment(world, step);
	else if (step.do === 'continue-deployment') continueDeployment(world, step);
	else if (step.do === 'alarm') alarm(world, step);
	else if (step.do === 'instances') changeInstances(world, step);
	else if (step.do === 'platform') world.fargate.latest = step.latest;
	else if (step.do === 'route') changeRoutes(world, step);
	else if (step.do === 'function') answerDifferently(world, step);
	else setFaults(step.rules);
}

function stopDeployment(world: World, step: StepOf<'stop-deployment'>): void {
	const service = findService(world, step.service);
	const [newest] = service.serviceDeployments;
	if (newest) requestRollback(world, service, newest);
}

function continueDeployment(world: World, { service: name, action }: StepOf<'continue-deployment'>): void {
	const service = findService(world, name);
	const [newest] = service.serviceDeployments;
	if (newest) continueShift(world, service, newest, { action });
}

function alarm(world: World, { name, state, reason }: StepOf<'alarm'>): void {
	for (const each of world.alarms.values()) {
		if (each.alarmName !== name) continue;
		each.isHeld = true;
		setAlarmState(world, each, state, reason);
	}
}

function answerDifferently(world: World, { name, as }: StepOf<'function'>): void {
	world.functions.set(name, as);
	for (const service of world.services.values()) {
		if (isShifting(service.serviceDeployments[0])) planLook(world, service);
	}
}

function behave(world: World, { image, as }: StepOf<'behave'>): void {
	world.behaviours.set(image, completeBehaviour(as));
	for (const task of world.tasks.values()) {
		for (const container of task.containers) {
			if (!container.image.endsWith(`/${image}`) && !container.image.includes(`/${image}:`)) continue;
			wakeProbing(world, task, container);
			if (container.lastStatus === 'RUNNING') planExit(world, task, container);
			for (const { group, target, loadBalancer } of targetsOf(world, task)) {
				if (!target || loadBalancer.containerName !== container.name) continue;
				wakeChecking(world, { group, target, task, containerName: container.name });
			}
		}
	}
}

function surge(world: World, step: StepOf<'surge'>): void {
	const { now } = world.clock;
	findService(world, step.service).traffic?.surges.push({ from: now, until: now + step.for, factor: step.factor });
}

function stopOne(world: World, { service, reason }: StepOf<'stop-task'>): void {
	const task = activeTasksOf(world, findService(world, service))[0];
	if (task) stopTask(world, task, { stopCode: 'UserInitiated', stoppedReason: reason });
}
