import type { Column } from '../../components/column.ts';
import type { Context } from '../../model/context.ts';
import { guardOnScreen } from '../guard-on-screen.ts';
import { keyOf } from '../key-of.ts';
import { createMemo } from '../memo.ts';
import type { Effects, Pane, ViewContext, ViewSettings } from '../pane.ts';
import { createChooser } from './create-chooser.tsx';

/** The contexts of the config file; one at a time. */
export function createContextsPane(): Pane {
	const remembered = createMemo<readonly Context[]>();
	return createChooser<Context>({
		id: 'contexts',
		name: 'Contexts',
		many: false,
		columns: contextColumns,
		items: ({ settings }) => remembered([settings.contexts], () => settings.contexts),
		keyOf: ({ name }) => name,
		chosen: (context) => guardOnScreen(context).names,
		choose: ({ settings, effects }, [name]) => {
			const context = settings.contexts.find((one) => one.name === name);
			if (context) effects.connect(connectionTo(context, settings));
		},
		empty: (context) => ({
			why: 'There are no contexts: the config file names none under `contexts:`.',
			press: `The README has an example. ${keyOf(context, 'back')} goes back.`,
		}),
	});
}

/** Where a context leads; what it leaves open stays as it is. */
export function connectionTo(
	{ name, profile, regions, clusters = [] }: Context,
	settings: ViewSettings,
): Parameters<Effects['connect']>[0] {
	const way = profile ?? settings.profile;
	return {
		context: name,
		...(way === undefined ? {} : { profile: way }),
		regions: regions ?? settings.regions,
		clusters,
	};
}

function contextColumns({ theme }: ViewContext): readonly Column<Context>[] {
	const column = (
		id: string,
		{ title, ideal, priority }: { readonly title: string; readonly ideal: number; readonly priority: number },
		text: (context: Context) => string | undefined,
	): Column<Context> => ({
		id,
		title,
		width: { min: Math.max(8, title.length), ideal },
		priority,
		cell: (context) => [{ text: text(context) ?? '-', color: theme.dim }],
	});
	return [
		{
			id: 'context',
			title: 'CONTEXT',
			width: { min: 10, ideal: 20, flex: 1 },
			priority: 0,
			cell: ({ name }) => [{ text: name, bold: true }],
		},
		{
			id: 'rules',
			title: 'RULES',
			width: { min: 9, ideal: 20 },
			priority: 1,
			cell: (context) => [
				{
					text: [context.readOnly ? 'read-only' : '', context.protected ? 'protected' : ''].filter(Boolean).join(', '),
					color: theme.degraded,
				},
			],
		},
		column('account', { title: 'ACCOUNT', ideal: 12, priority: 2 }, ({ account }) => account),
		column('profile', { title: 'PROFILE', ideal: 16, priority: 3 }, ({ profile }) => profile),
		column('regions', { title: 'REGIONS', ideal: 16, priority: 4 }, ({ regions }) => regions?.join(', ')),
		column('clusters', { title: 'CLUSTERS', ideal: 24, priority: 5 }, ({ clusters }) => clusters?.join(', ')),
	];
}
