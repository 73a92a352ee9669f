import { shownChange } from './changes/shown-change.ts';
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
] as const);

/** Why the keys of the selected service are off where it is not to be seen; undefined where it is. */
export function serviceHidden(context: ViewContext): string | undefined {
	const screen = context.ui.screens.at(-1);
	if (screen === 'change') return changeHidden(context);
	if (!ABOUT_NO_SERVICE.has(screen)) return undefined;
	return `no service is on the screen: ${keyOf(context, 'back')} goes back first`;
}

/** The screen of a change is about that change's service, which may be in an account that is no longer shown. */
function changeHidden(context: ViewContext): string | undefined {
	const { serviceArn, serviceName } = shownChange(context)?.plan.subject ?? {};
	if (serviceArn === undefined) return `no service is on the screen: ${keyOf(context, 'back')} goes back first`;
	const { picture, ui } = context;
	const known = Object.values(picture.services).some(({ value }) => value?.[serviceArn] !== undefined);
	return known && ui.serviceArn === serviceArn ? undefined : `${serviceName} is not among the services shown`;
}

/** Why there is no service to do something with; undefined when there is one. */
export function needsService(context: ViewContext): string | undefined {
	return serviceHidden(context) ?? (context.ui.serviceArn === undefined ? 'no service is selected' : undefined);
}
