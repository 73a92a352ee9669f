import { keyOf } from './key-of.ts';
import type { ViewContext } from './pane.ts';
import type { PaneId } from './pane-id.ts';

/** Screens on which no service is to be seen: what would be done to it there would be done blindly. */
const ABOUT_NO_SERVICE: ReadonlySet<PaneId | undefined> = new Set([
	'help',
	'clusters',
	'contexts',
	'regions',
	'profiles',
	'changes',
	'change',
] as const);

/** Why the keys of the selected service are off where it is not to be seen; undefined where it is. */
export function serviceHidden(context: ViewContext): string | undefined {
	if (!ABOUT_NO_SERVICE.has(context.ui.screens.at(-1))) return undefined;
	return `no service is on the screen: ${keyOf(context, 'back')} goes back first`;
}

/** Why there is no service to do something with; undefined when there is one. */
export function needsService(context: ViewContext): string | undefined {
	return serviceHidden(context) ?? (context.ui.serviceArn === undefined ? 'no service is selected' : undefined);
}
