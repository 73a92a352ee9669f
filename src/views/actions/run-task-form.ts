import { runTask } from '../../actions/run-task/run-task.ts';
import type { RunTaskInput } from '../../actions/run-task/run-task-input.ts';
import type { RunTaskSnapshot } from '../../actions/run-task/run-task-snapshot.ts';
import type { Field } from './field.ts';
import { formOf, type Form } from './form.ts';
import { shellWords } from './shell-words.ts';

/** Asks for the command that a copy of a service's task is to run. */
export function runTaskForm(token: string): Form {
	return formOf<RunTaskSnapshot, RunTaskInput>({
		action: runTask,
		opening: { token },
		fields: (snapshot) => [
			{ kind: 'text', id: 'command', label: 'Command', hint: 'quotes hold words together' },
			...containerField(snapshot),
			{ kind: 'tick', id: 'detach', label: 'Done as soon as it runs, not only when it has ended' },
		],
		input: ({ command = '', container = '', detach }) => {
			if (command.trim() === '') return undefined;
			const words = shellWords(command);
			if (words === undefined) return { refused: 'A quote is not closed.', instead: 'Close it, or leave it out.' };
			return {
				token,
				command: words,
				...(container === '' ? {} : { container }),
				...(detach === 'on' ? { detach: true } : {}),
			};
		},
	});
}

/** Which one runs the command; one alone needs no choice. */
function containerField({ definition }: RunTaskSnapshot): readonly Field[] {
	const names = definition?.containerDefinitions.map(({ name }) => name) ?? [];
	if (names.length < 2) return [];
	const choices = [{ value: '', label: 'the one that serves' }, ...names.map((name) => ({ value: name, label: name }))];
	return [{ kind: 'choice', id: 'container', label: 'Container', choices }];
}
