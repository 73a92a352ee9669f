import { deploy } from '../../actions/deploy/deploy.ts';
import type { ActionRequest } from './action-request.ts';
import { continueForm } from './continue-form.ts';
import { deployForm } from './deploy-form.ts';
import { execForm } from './exec-form.ts';
import { fixedForm, type Form } from './form.ts';
import { rollbackForm } from './rollback-form.ts';
import { runTaskForm } from './run-task-form.ts';
import { scaleForm } from './scale-form.ts';
import { stopTaskForm } from './stop-task-form.ts';
import { targetForm } from './target-form.ts';

/**
 * The form of an action.
 * @param token a UUID for this dialog alone, by which AWS carries out nothing twice
 */
export function formFor(request: ActionRequest, token: string): Form {
	switch (request.verb) {
		case 'scale':
			return scaleForm;
		case 'target':
			return targetForm;
		case 'deploy':
			return deployForm();
		case 'rollback':
			return rollbackForm;
		case 'force':
			return fixedForm(deploy, { force: true });
		case 'enable-exec':
			return execForm;
		case 'run-task':
			return runTaskForm(token);
		case 'continue-deployment':
			return continueForm;
		case 'stop-task':
			return stopTaskForm(request.tasks);
	}
}
