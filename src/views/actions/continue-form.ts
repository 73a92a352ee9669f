import {
	type ContinueDeploymentInput,
	type ContinueDeploymentSnapshot,
} from '../../actions/continue-deployment/plan-continue-deployment.ts';
import { continueDeployment } from '../../actions/continue-deployment/continue-deployment.ts';
import { formOf } from './form.ts';

/** Asks what a deployment that waits at a hook is to do. */
export const continueForm = formOf<ContinueDeploymentSnapshot, ContinueDeploymentInput>({
	action: continueDeployment,
	opening: {},
	fields: () => [
		{
			kind: 'choice',
			id: 'how',
			label: 'The deployment',
			choices: [
				{ value: 'on', label: 'goes on' },
				{ value: 'back', label: 'is rolled back' },
			],
		},
	],
	input: ({ how }) => (how === 'back' ? { rollback: true } : {}),
});
