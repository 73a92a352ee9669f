import type { Deployment, Service } from '../../src/model/service.ts';
import type { Task } from '../../src/model/task.ts';
import { aService, aTask } from '../fixtures/a-service.ts';
import { MINUTE } from '../fixtures/shop.ts';

/** When the story is told, epoch ms. */
export const NOW = Date.UTC(2026, 10, 20, 12, 5);

/** Minutes before now, epoch ms. */
export const ago = (minutes: number) => NOW - minutes * MINUTE;

/** The service in peace: four of four tasks run since three hours. */
export function checkout(changes: Partial<Service> = {}, rollout: Partial<Deployment> = {}): Service {
	const service = aService('checkout', { desiredCount: 4, runningCount: 4 });
	const deployments = service.deployments.map((deployment) => ({
		...deployment,
		desiredCount: 4,
		runningCount: 4,
		createdAt: ago(180),
		...rollout,
	}));
	return { ...service, deployments, ...changes };
}

/** Service events, told in minutes before now. */
export function events(...told: readonly (readonly [minutes: number, message: string])[]) {
	return told.map(([minutes, message]) => ({ id: message + minutes, createdAt: ago(minutes), message }));
}

/** A task that ended with an application error so many minutes ago. */
export function died(minutes: number, changes: Partial<Task> = {}): Task {
	return aTask('checkout', `died${minutes}`, {
		lastStatus: 'STOPPED',
		stopCode: 'EssentialContainerExited',
		stoppedReason: 'Essential container in task exited',
		stoppedAt: ago(minutes),
		containers: [{ name: 'app', lastStatus: 'STOPPED', exitCode: 1 }],
		...changes,
	});
}
