import { guardOf, placeOf, type Guard } from '../model/context.ts';
import type { ViewContext } from './pane.ts';
import { selectedService } from './scope.ts';
import { shownClusters } from './services/shown-clusters.ts';

/** What holds for what is on the screen. */
export type GuardOnScreen = {
	/** Of the contexts that the shown clusters belong to. */
	readonly names: readonly string[];
	/** All that is shown belongs to one of them. */
	readonly whole: boolean;
	/** The selected service may not be changed; while none is selected, none of those shown. */
	readonly readOnly: boolean;
	/** Something that is shown is protected: the next row may be. */
	readonly protected: boolean;
};

/** What the contexts of the config file say of the shown clusters and the selected service. */
export function guardOnScreen(context: ViewContext): GuardOnScreen {
	const { picture, ui, settings } = context;
	const { contexts, profile } = settings;
	const guardAt = (arn: string): Guard => guardOf(contexts, placeOf(arn, profile));
	const shown = shownClusters(picture, ui.clusterArns).map(guardAt);
	// Before a cluster is known, it is what was asked for.
	const guards = shown.length > 0 ? shown : meant(settings);
	const selected = ui.serviceArn === undefined ? [] : [guardAt(selectedService(context)?.clusterArn ?? ui.serviceArn)];
	const acted = selected.length > 0 ? selected : guards;
	return {
		names: [...new Set(guards.flatMap((guard) => guard.context ?? []))],
		whole: guards.length > 0 && guards.every((guard) => guard.context !== undefined),
		readOnly: settings.readOnly || (acted.length > 0 && acted.every(({ readOnly }) => readOnly)),
		protected: [...guards, ...selected].some((guard) => guard.protected),
	};
}

function meant({ contexts, context, profile }: ViewContext['settings']): readonly Guard[] {
	const asked = contexts.filter((one) =>
		context === undefined ? one.profile !== undefined && one.profile === profile : one.name === context,
	);
	return asked.map((one) => ({
		context: one.name,
		readOnly: one.readOnly ?? false,
		protected: one.protected ?? false,
	}));
}
