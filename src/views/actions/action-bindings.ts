import type { Binding } from '../../keymap/binding.ts';
import type { ViewContext } from '../pane.ts';
import { selectedService } from '../scope.ts';
import { needsService } from '../service-hidden.ts';
import type { ActionRequest } from './action-request.ts';

/** The keys that change something: each opens the dialog of its action. */
export const ACTION_BINDINGS: readonly Binding<ViewContext>[] = [
	serviceAction({ verb: 'scale' }, { key: 's', label: 'scale', footer: 10, help: 'Set the desired count.' }),
	{
		id: 'act.undo',
		keys: ['u'],
		label: 'undo',
		help: 'Takes the last change back, after a look at what that would do.',
		offBecause: (context) =>
			readOnly(context) ??
			(context.acts.changes.some(({ canUndo, undoneBy }) => canUndo && undoneBy === undefined)
				? undefined
				: 'nothing that was changed here can be taken back'),
		run: ({ effects }) => effects.undo(),
	},
];

type Words = { readonly key: string; readonly label: string; readonly help: string; readonly footer: number };

/** An action on the selected service. */
function serviceAction(request: ActionRequest, { key, label, help, footer }: Words): Binding<ViewContext> {
	return {
		id: `act.${request.verb}`,
		keys: [key],
		label,
		help,
		footer,
		offBecause: (context) => readOnly(context) ?? noService(context),
		run: (context) => {
			const service = selectedService(context);
			if (service) context.effects.act(request, service);
		},
	};
}

function readOnly({ settings }: ViewContext): string | undefined {
	return settings.readOnly ? 'this console is read-only (--read-only, or readOnly in the config)' : undefined;
}

function noService(context: ViewContext): string | undefined {
	return needsService(context) ?? (selectedService(context) ? undefined : 'the service has not been read yet');
}
