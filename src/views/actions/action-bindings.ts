import type { Binding } from '../../keymap/binding.ts';
import { guardOf, placeOf } from '../../model/context.ts';
import type { ViewContext } from '../pane.ts';
import { changeToUndo } from '../changes/shown-change.ts';
import { rewoundOff } from '../rewind.ts';
import { selectedService } from '../scope.ts';
import { needsService } from '../service-hidden.ts';
import type { ActionRequest } from './action-request.ts';

/** Takes back the change on the screen, else the last one. */
export const UNDO: Binding<ViewContext> = {
	id: 'act.undo',
	keys: ['u'],
	label: 'undo',
	help: 'Takes the last change back, or the one on the screen, after a look at what that would do.',
	footer: 13,
	offBecause: (context) => {
		const change = changeToUndo(context);
		return readOnly(context) ?? (typeof change === 'string' ? change : undefined);
	},
	run: (context) => {
		const change = changeToUndo(context);
		if (typeof change !== 'string') context.effects.undo(change.id);
	},
};

/** The keys that change something, wherever a service is on the screen: each opens the dialog of its action. */
export const ACTION_BINDINGS: readonly Binding<ViewContext>[] = [
	serviceAction('scale', { key: 's', label: 'scale', footer: 11, help: 'Set the desired count.' }),
	serviceAction('target', {
		key: 't',
		label: 'cpu target',
		footer: 12,
		help: 'Autoscaling: targets for CPU, memory and requests, bounds, cooldowns, what is suspended.',
	}),
	serviceAction('deploy', {
		key: 'd',
		label: 'deploy',
		footer: 13,
		help: 'Another tag, image or revision; another size or environment.',
	}),
	serviceAction('rollback', {
		key: 'R',
		label: 'roll back',
		footer: 14,
		help: 'Stop the deployment under way, or go back to a revision that has succeeded.',
	}),
	UNDO,
	serviceAction('force', { label: 'force new deployment', help: 'Start the same tasks anew.' }),
	serviceAction('continue-deployment', {
		label: 'continue deployment',
		help: 'Answer a deployment that is paused at a lifecycle hook.',
	}),
	serviceAction('run-task', { label: 'run task', help: 'A copy of its task with a command of your own.' }),
	serviceAction('enable-exec', { label: 'enable exec', help: 'ECS Exec on or off; starts the tasks anew.' }),
];

type Words = { readonly key?: string; readonly label: string; readonly help: string; readonly footer?: number };

type ServiceVerb = Exclude<ActionRequest, { readonly verb: 'stop-task' }>['verb'];

/** An action on the selected service. */
function serviceAction(verb: ServiceVerb, { key, ...words }: Words): Binding<ViewContext> {
	return {
		id: `act.${verb}`,
		keys: key === undefined ? [] : [key],
		...words,
		offBecause: serviceOff,
		run: (context) => actOn(context, { verb }),
	};
}

/** Opens the dialog of an action on the selected service. */
export function actOn(context: ViewContext, request: ActionRequest): void {
	const service = selectedService(context);
	if (service) context.effects.act(request, service);
}

/** Why the selected service cannot be changed from here; undefined when it can. */
export function serviceOff(context: ViewContext): string | undefined {
	return readOnly(context) ?? noService(context) ?? readOnlyThere(context);
}

function readOnly(context: ViewContext): string | undefined {
	const { readOnly: never } = context.settings;
	return never ? 'this console is read-only (--read-only, or readOnly in the config)' : rewoundOff(context);
}

function readOnlyThere(context: ViewContext): string | undefined {
	const { contexts, profile } = context.settings;
	const place = placeOf(selectedService(context)?.clusterArn ?? '', profile);
	const guard = guardOf(contexts, place);
	return guard.readOnly ? `the context ${guard.context} is read-only, as the config file says` : undefined;
}

function noService(context: ViewContext): string | undefined {
	return needsService(context) ?? (selectedService(context) ? undefined : 'the service has not been read yet');
}
