import type { ContainerState } from '../container.ts';
import type { TaskState } from '../task.ts';

/** What comes of a command that is no server: how long it runs, s, its exit code, and what it prints. */
export type CommandRun = { readonly after: number; readonly code: number; readonly prints: readonly string[] };

/** Seconds that a command takes which does not say. */
const USUAL = 8;

/** The run of the command that RunTask gave this container instead of its own; undefined where it gave none. */
export function overridingRun(
	{ overrides }: TaskState,
	{ name }: Pick<ContainerState, 'name'>,
): CommandRun | undefined {
	const command = overrides?.containerOverrides?.find((each) => each.name === name)?.command;
	return command === undefined || command.length === 0 ? undefined : runCommand(command);
}

/** Understands as much of a shell as one tries out: `sleep 20`, `echo …`, `false`, `exit 3`; all else works, and says so. */
export function runCommand(command: readonly string[]): CommandRun {
	const script = /^(?:\/bin\/)?(?:ba)?sh$/u.test(command[0] ?? '') ? command.slice(2).join(' ') : command.join(' ');
	const steps = script.split(/\s*(?:;|&&)\s*/u).filter((step) => step !== '');
	let after = 0;
	let code = 0;
	const prints: string[] = [];
	for (const step of steps) {
		const [word = '', ...rest] = step.split(/\s+/u);
		const said = rest.join(' ').replace(/^(["'])(.*)\1$/u, '$2');
		if (word === 'sleep') after += Number.parseFloat(said) || 0;
		else if (word === 'echo') prints.push(said);
		else if (word === 'false') code = 1;
		else if (word === 'exit') return { after: after || USUAL, code: Number(said) & 255, prints };
		else if (word !== 'true') {
			after += USUAL;
			prints.push(`${word}: starting`, `${word}: done`);
		}
	}
	return { after: after || USUAL, code, prints };
}
