import type { ContainerDefinition, TaskDefinition } from './task-definition.ts';

/** `curl -f http://localhost/healthz, every 10s, timeout 5s; unhealthy after 3`; undefined for a container without a check. */
export function healthCheckWords({ healthCheck }: ContainerDefinition): string | undefined {
	const command = healthCheck && commandWords(healthCheck.command);
	if (!healthCheck || command === undefined) return undefined;
	const { interval, timeout, retries } = healthCheck;
	return `${command}, every ${interval}s, timeout ${timeout}s; unhealthy after ${retries}`;
}

/** The command of the check of one of these containers, or of the first that has one. */
export function checkCommand(definition: TaskDefinition, containers: readonly string[]): string | undefined {
	const checked = definition.containerDefinitions.filter(({ healthCheck }) => healthCheck);
	const { healthCheck } = checked.find(({ name }) => containers.includes(name)) ?? checked[0] ?? {};
	return healthCheck && commandWords(healthCheck.command);
}

/** Without the word that says who runs it. `NONE` switches a check off. */
function commandWords([first, ...rest]: readonly string[]): string | undefined {
	if (first === undefined || first === 'NONE') return undefined;
	return (/^CMD(?:-SHELL)?$/u.test(first) ? rest : [first, ...rest]).join(' ');
}
