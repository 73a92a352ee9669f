import type { Segment } from '../../components/segment.ts';
import type { Theme } from '../../components/theme.ts';
import { isGoodExit, isVictimCode } from '../../model/exit-code.ts';
import { isRoutineStop } from '../../model/died-badly.ts';
import { serviceNameOf } from '../../model/task.ts';
import type { Container, Task } from '../../model/task.ts';

/** `✖ app`, `✔`, `exit 137`: what is known about the containers of a task, the bad ones by name, unless it is that of the service. */
export function healthCell(task: Task, width: number, theme: Theme): readonly Segment[] {
	const { failing, well } = theme.glyphs;
	if (task.lastStatus === 'STOPPED') return exitCell(task, width, theme);
	const unhealthy = task.containers.filter(({ healthStatus }) => healthStatus === 'UNHEALTHY');
	if (unhealthy.length > 0) {
		const named = unhealthy.map(({ name }) => name).filter((name) => name !== serviceNameOf(task));
		return [{ text: [failing, ...named].join(' '), color: theme.failing }];
	}
	if (task.healthStatus === 'HEALTHY') return [{ text: well, color: theme.dim }];
	return [{ text: '-', color: theme.dim }];
}

/**
 * The exit code that says most: a bad one, else the first. Where
 * the stop was routine, the signal that came with it says nothing.
 */
function exitCell(task: Task, width: number, theme: Theme): readonly Segment[] {
	const { containers } = task;
	const codes = containers.map(({ exitCode }) => exitCode).filter((code) => code !== undefined);
	const code = codes.find((one) => !isGoodExit(one)) ?? codes[0];
	const outOfMemory = containers.some((container: Container) => container.reason?.startsWith('OutOfMemory'));
	if (outOfMemory) return [{ text: 'OOM', color: theme.failing }];
	const routine = isRoutineStop(task) && code !== undefined && isVictimCode(code);
	if (code === undefined || routine) return [{ text: '-', color: theme.dim }];
	const words = `exit ${code}`;
	return [{ text: words.length <= width ? words : String(code), color: isGoodExit(code) ? theme.dim : theme.failing }];
}
