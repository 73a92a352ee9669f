import { awsCliText } from '../../actions/aws-cli-text.ts';
import { isRefusal, type Plan } from '../../actions/plan.ts';
import type { Binding } from '../../keymap/binding.ts';
import type { ViewContext } from '../pane.ts';
import { plannedOf, type DialogAction, type DialogState } from './dialog-state.ts';

/** The keys of a dialog beside those that fill in its fields. */
export const DIALOG_BINDINGS: readonly Binding<ViewContext>[] = [
	{
		id: 'dialog.confirm',
		keys: ['enter'],
		label: 'do it',
		footer: 1,
		run: ({ effects }) => effects.confirm(),
	},
	{
		id: 'dialog.leave',
		keys: ['esc'],
		label: 'leave',
		footer: 2,
		offBecause: ({ acts }) =>
			acts.dialog?.phase === 'carrying out' ? 'it may be sent any moment; then its screen opens' : undefined,
		run: ({ effects }) => effects.leaveDialog(),
	},
	{ id: 'dialog.next', keys: ['tab', 'down'], label: 'next field', footer: 3, run: move({ type: 'focus', step: 1 }) },
	{ id: 'dialog.previous', keys: ['shift-tab', 'up'], label: 'previous field', run: move({ type: 'focus', step: -1 }) },
	{
		id: 'dialog.copy',
		keys: ['ctrl-y'],
		label: 'copy as AWS CLI',
		help: 'Copies the calls as AWS CLI commands, with the values of environment variables that are in them.',
		footer: 4,
		offBecause: ({ acts }) => (planIn(acts.dialog) ? undefined : 'there is no plan to copy yet'),
		run: ({ acts, effects, settings: { profile } }) => {
			const plan = planIn(acts.dialog);
			if (plan) effects.copy(awsCliText(plan.changes, { profile }), 'the AWS CLI commands');
		},
	},
	{
		id: 'dialog.suggest',
		keys: ['ctrl-n'],
		label: 'next suggestion',
		help: 'What can be taken in a field instead of typing it: the tags of a repository, newest first.',
		run: move({ type: 'suggest', step: 1 }),
	},
	{
		id: 'dialog.suggest-back',
		keys: ['ctrl-p'],
		label: 'previous suggestion',
		run: move({ type: 'suggest', step: -1 }),
	},
	{ id: 'dialog.down', keys: ['pagedown'], label: 'more of the preview', run: move({ type: 'scroll', lines: 5 }) },
	{ id: 'dialog.up', keys: ['pageup'], label: 'back in the preview', run: move({ type: 'scroll', lines: -5 }) },
];

/** What the dialog would do, as far as it can. */
function planIn(dialog: DialogState | undefined): Plan | undefined {
	const planned = dialog && plannedOf(dialog);
	return planned && !isRefusal(planned) ? planned.plan : undefined;
}

function move(action: DialogAction): (context: ViewContext) => void {
	return ({ effects }) => effects.editDialog(action);
}
