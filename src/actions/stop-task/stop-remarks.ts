import { familyRevision, shortTaskId } from '../../model/arn.ts';
import { primaryDeployment, type Service } from '../../model/service.ts';
import type { Task } from '../../model/task.ts';
import { minuteText } from '../minute-text.ts';
import { seen } from '../look.ts';
import type { Remark } from '../plan.ts';
import { replacementRemarks } from './replacement.ts';
import type { StopTaskSnapshot } from './stop-task-snapshot.ts';
import { info, unseenRemarks, warning } from '../remarks.ts';

/** Seconds between SIGTERM and SIGKILL where nothing else is said (ECS API reference, StopTask). */
const STOP_TIMEOUT = 30;

/** What follows from stopping these tasks. */
export function stopRemarks(snapshot: StopTaskSnapshot, stopping: readonly Task[]): readonly Remark[] {
	const { service, tasks, definitions, protectedUntil, drains } = snapshot;
	const onTheirWay = tasks.filter((task) => !stopping.includes(task));
	return [
		...(service
			? [
					...share(service, stopping),
					...replacements(service, stopping),
					...replacementRemarks(service, snapshot.replacement, seen(definitions)),
				]
			: [alone(stopping)]),
		...protection(snapshot, stopping),
		...draining(snapshot),
		...signals(snapshot),
		...onTheirWay.map(({ taskArn, lastStatus }): Remark => {
			return info(`${shortTaskId(taskArn)} is ${lastStatus} already, and is left out`);
		}),
		...unseenRemarks('stop timeouts', definitions),
		...unseenRemarks('protection from scale-in', protectedUntil),
		...unseenRemarks('deregistration delay', drains),
	];
}

function alone({ length }: readonly Task[]): Remark {
	const [belongs, place] = length === 1 ? ['it belongs', 'its'] : ['they belong', 'their'];
	return warning(`${belongs} to no service: nothing is started in ${place} place`);
}

function share({ runningCount }: Service, stopping: readonly Task[]): readonly Remark[] {
	const running = stopping.filter(({ lastStatus }) => lastStatus === 'RUNNING').length;
	if (running === 0) return [info(`no task less serves: ${stopping.length === 1 ? 'it is' : 'they are'} not running`)];
	const left = Math.max(0, runningCount - running);
	const text = `${running} of the ${runningCount} that run: ${left === 0 ? 'none is' : left === 1 ? '1 is' : `${left} are`} left`;
	return [{ level: left === 0 ? 'warning' : 'info', text }];
}

function replacements(service: Service, stopping: readonly Task[]): readonly Remark[] {
	const { serviceName, status, desiredCount, runningCount, pendingCount, schedulingStrategy, deployments } = service;
	if (status !== 'ACTIVE') {
		return [warning(`${serviceName} is ${status}: it starts none in their place`)];
	}
	if (schedulingStrategy === 'DAEMON') {
		return [info('a DAEMON service: another one starts on the same instance')];
	}
	const missing = desiredCount - (runningCount + pendingCount - stopping.length);
	const starts = Math.min(stopping.length, missing);
	if (starts <= 0) {
		const text = `it has more than its desired count of ${desiredCount}: none is started in their place`;
		return [info(text)];
	}
	const primary = primaryDeployment(service);
	const rolls = deployments.length > 1 || primary?.rolloutState === 'IN_PROGRESS';
	return [
		info(`${serviceName} starts ${starts} in their place, for its desired count of ${desiredCount}`),
		...(rolls && primary
			? [
					warning(
						`a deployment of ${familyRevision(primary.taskDefinition)} is under way, and decides which revision starts`,
					),
				]
			: []),
	];
}

/** It is from scaling in and from deployments (ECS developer guide, task scale-in protection): this is neither. */
function protection({ protectedUntil }: StopTaskSnapshot, stopping: readonly Task[]): readonly Remark[] {
	const until = seen(protectedUntil);
	return stopping.flatMap(({ taskArn }): readonly Remark[] => {
		const time = until?.get(taskArn);
		if (time === undefined) return [];
		const when = Number.isFinite(time) ? ` until ${minuteText(time)}` : '';
		const text = `${shortTaskId(taskArn)} is protected from scale-in and deployments${when}: this stops it all the same`;
		return [warning(text)];
	});
}

function draining({ drains, service }: StopTaskSnapshot): readonly Remark[] {
	const seconds = seen(drains);
	if (!service?.loadBalancers.length || seconds === undefined) return [];
	const text = `its load balancer sends it nothing new, and gives what is open up to ${seconds} s`;
	return [info(text)];
}

function signals({ definitions }: StopTaskSnapshot): readonly Remark[] {
	const timeouts = (seen(definitions) ?? []).flatMap(({ containerDefinitions }) =>
		containerDefinitions.map(({ name, stopTimeout = STOP_TIMEOUT }) => ({ name, stopTimeout })),
	);
	if (timeouts.length === 0) return [];
	const same = new Set(timeouts.map(({ stopTimeout }) => stopTimeout)).size === 1;
	const words = same
		? `${timeouts[0]?.stopTimeout} s`
		: [...new Set(timeouts.map(({ name, stopTimeout }) => `${name} ${stopTimeout} s`))].join(', ');
	return [info(`its containers are asked to end, and killed after ${words}`)];
}
