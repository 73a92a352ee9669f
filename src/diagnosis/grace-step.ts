import type { Service } from '../model/service.ts';
import type { NextStep } from './finding.ts';
import { graceCommand } from './update-command.ts';

/** To give tasks more time, s. Changing it triggers no deployment, and it holds for checks of both kinds (ECS API reference, healthCheckGracePeriodSeconds). */
export function graceStep(service: Service, seconds: number, because: string): NextStep {
	return {
		text: `Set the grace period to at least ${seconds}s: ${because}. That triggers no deployment`,
		command: graceCommand(service, seconds),
	};
}

/** `no grace period is set`, `the grace period is 30s`; ECS's default is 0. */
export function graceWords({ healthCheckGracePeriodSeconds: grace = 0 }: Service): string {
	return grace === 0 ? 'no grace period is set' : `the grace period is ${grace}s`;
}
