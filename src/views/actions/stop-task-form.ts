import type { StopTaskInput, StopTaskSnapshot } from '../../actions/stop-task/stop-task-snapshot.ts';
import { stopTask } from '../../actions/stop-task/stop-task.ts';
import { formOf, type Form } from './form.ts';

/** Asks why tasks are to be stopped: nobody has to say. */
export function stopTaskForm(tasks: readonly string[]): Form {
	return formOf<StopTaskSnapshot, StopTaskInput>({
		action: stopTask,
		opening: { tasks },
		fields: () => [{ kind: 'text', id: 'reason', label: 'Reason', hint: 'what people find in the task afterwards' }],
		input: ({ reason = '' }) => ({ tasks, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) }),
	});
}
