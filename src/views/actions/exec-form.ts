import type { DeploySnapshot } from '../../actions/deploy/deploy-snapshot.ts';
import { enableExec } from '../../actions/enable-exec/enable-exec.ts';
import type { EnableExecInput } from '../../actions/enable-exec/plan-enable-exec.ts';
import { formOf } from './form.ts';

/** Asks whether ECS Exec is to be on: what it is not now is offered first. */
export const execForm = formOf<DeploySnapshot, EnableExecInput>({
	action: enableExec,
	opening: {},
	fields: ({ service: { enableExecuteCommand } }) => [
		{
			kind: 'choice',
			id: 'exec',
			label: 'ECS Exec',
			now: enableExecuteCommand ? 'on' : 'off',
			choices: [
				{ value: 'on', label: 'on' },
				{ value: 'off', label: 'off' },
			],
			initial: enableExecuteCommand ? 'off' : 'on',
		},
	],
	input: ({ exec }, { service }) =>
		(exec ?? (service.enableExecuteCommand ? 'off' : 'on')) === 'off' ? { off: true } : {},
});
