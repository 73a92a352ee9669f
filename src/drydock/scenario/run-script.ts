import { after } from '../world/advance.ts';
import { appSpecText } from '../world/code-deploy/app-spec-text.ts';
import { groupOf } from '../world/code-deploy/service-behind.ts';
import { startDeployment } from '../world/code-deploy/start-deployment.ts';
import { enqueue } from '../world/event-queue.ts';
import { planExit } from '../world/lifecycle/container-exit.ts';
import { interruptSpot } from '../world/lifecycle/interrupt-spot.ts';
import { stopTask } from '../world/lifecycle/stop-task.ts';
import { setSlow } from '../world/lifecycle/slow-dependency.ts';
import { wakeChecks } from '../world/lifecycle/wake-checks.ts';
import { registerTaskDefinition } from '../world/register-task-definition.ts';
import { planLook } from '../world/scheduler/plan-look.ts';
import { requestRollback } from '../world/scheduler/request-rollback.ts';
import { activeTasksOf } from '../world/scheduler/service-tasks.ts';
import { setAlarmState } from '../world/scheduler/set-alarm-state.ts';
import { setDesiredCount } from '../world/scheduler/set-desired-count.ts';
import { startRollout } from '../world/scheduler/start-rollout.ts';
import { continueShift } from '../world/shifting/continue-shift.ts';
import { isShifting } from '../world/shifting/is-shifting.ts';
import type { FaultRule } from '../wire/fault-rule.ts';
import type { World } from '../world/world.ts';
import { changeInstances } from './change-instances.ts';
import { completeBehaviour } from './behaviour-schema.ts';
import { findService } from './find-service.ts';
import { pipelineArn } from './pipeline-arn.ts';
import type { Step } from './script-schema.ts';

/** Takes the faults that a script sets; the world itself knows nothing of the wire. */
export type FaultSwitch = (rules: readonly FaultRule[]) => void;

/** What a script does that the world alone cannot. */
type Hands = {
	readonly setFaults: FaultSwitch;
	/** Creates one of the scenario's services. */
	readonly create: (service: string) => void;
};

type StepOf<Do extends Step['do']> = Extract<Step, { readonly do: Do }>;

/** Plans the steps of a script relative to `startAt` (epoch ms); those with `every` come again. */
export function planScript(world: World, script: readonly Step[], startAt: number, hands: Hands): void {
	for (const step of script) planStep(world, step, startAt + step.at, hands);
}

function planStep(world: World, step: Step, at: number, hands: Hands): void {
	enqueue(world.queue, at, () => {
		carryOut(world, step, hands);
		if ('every' in step && step.every !== undefined) planStep(world, step, at + step.every, hands);
	});
}

function carryOut(world: World, step: Step, hands: Hands): void {
	if (step.do === 'create') hands.create(step.service);
	else if (step.do === 'deploy') deploy(world, step);
	else if (step.do === 'scale') setDesiredCount(world, findService(world, step.service), step.tasks);
	else if (step.do === 'behave') behave(world, step);
	else if (step.do === 'surge') surge(world, step);
	else if (step.do === 'stop-task') stopOne(world, step);
	else if (step.do === 'stop-deployment') stopDeployment(world, step);
	else if (step.do === 'continue-deployment') continueDeployment(world, step);
	else if (step.do === 'alarm') alarm(world, step);
	else if (step.do === 'instances') changeInstances(world, step);
	else if (step.do === 'spot') changeSpot(world, step);
	else if (step.do === 'slow') slowDown(world, step);
	else if (step.do === 'function') answerDifferently(world, step);
	else hands.setFaults(step.rules);
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

function changeSpot(world: World, { take = 0, room = world.fargateSpot.room }: StepOf<'spot'>): void {
	world.fargateSpot.room = room;
	interruptSpot(world, take);
}

function slowDown(world: World, { dependency, for: duration }: StepOf<'slow'>): void {
	setSlow(world, dependency, true);
	after(world, duration, () => setSlow(world, dependency, false));
}

function answerDifferently(world: World, { name, as }: StepOf<'function'>): void {
	world.functions.set(name, as);
	for (const service of world.services.values()) {
		if (isShifting(service.serviceDeployments[0])) planLook(world, service);
	}
}

function deploy(world: World, step: StepOf<'deploy'>): void {
	const service = findService(world, step.service);
	const present = world.taskDefinitions.get(service.settings.taskDefinition);
	if (!present) throw new Error(`${service.serviceArn} has no task definition`);
	const [main, ...sidecars] = present.containerDefinitions;
	if (!main) throw new Error(`${present.taskDefinitionArn} has no container`);
	const registry = main.image.slice(0, main.image.lastIndexOf('/') + 1);
	const { revision: _, ...input } = present;
	const next = registerTaskDefinition(world, {
		...input,
		...(present.cpu !== undefined && step.cpu !== undefined && { cpu: String(step.cpu) }),
		...(present.memory !== undefined && step.memory !== undefined && { memory: String(step.memory) }),
		containerDefinitions: [
			{
				...main,
				...(step.image !== undefined && { image: registry + step.image }),
				// Without a size of the task its container has one.
				...(present.cpu === undefined && step.cpu !== undefined && { cpu: step.cpu }),
				...(present.memory === undefined && step.memory !== undefined && { memory: step.memory }),
			},
			...sidecars,
		],
		registeredAt: world.clock.now,
		registeredBy: pipelineArn(world),
	});
	const behind = groupOf(world, service);
	const [balancer] = service.settings.loadBalancers;
	if (behind && balancer) {
		const { containerName, containerPort } = balancer;
		const appSpec = { taskDefinition: next.taskDefinitionArn, containerName, containerPort };
		startDeployment(world, behind.application, behind.group, { appSpec, content: appSpecText(appSpec) });
		return;
	}
	service.settings = { ...service.settings, taskDefinition: next.taskDefinitionArn };
	startRollout(world, service);
	planLook(world, service);
}

function behave(world: World, { image, as }: StepOf<'behave'>): void {
	world.behaviours.set(image, completeBehaviour(as));
	for (const task of world.tasks.values()) {
		for (const container of task.containers) {
			if (!container.image.endsWith(`/${image}`) && !container.image.includes(`/${image}:`)) continue;
			wakeChecks(world, task, container);
			if (container.lastStatus === 'RUNNING') planExit(world, task, container);
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
