import type { ReactNode } from 'react';
import type { Column } from '../../components/column.ts';
import { Notice } from '../../components/notice.tsx';
import { Table } from '../../components/table.tsx';
import { UNDO } from '../actions/action-bindings.ts';
import { arrange } from '../arrange.ts';
import { filteredOut } from '../filtered-out.ts';
import { filteredTitle } from '../filtered-title.ts';
import { keyOf } from '../key-of.ts';
import { createMemo } from '../memo.ts';
import type { BodyProps, Pane, ViewContext } from '../pane.ts';
import { arrangeBindings, moveBindings } from '../table-bindings.ts';
import { tableState } from '../ui-state.ts';
import { changeColumns } from './change-columns.ts';

import type { ChangeRecord } from './change-record.ts';
import { shownChange } from './shown-change.ts';

const idOf = ({ id }: ChangeRecord): string => id;

/** The changes made since the console was opened, newest first; Enter opens one. */
export function createChangesPane(): Pane {
	const remembered = createMemo<readonly Column<ChangeRecord>[]>();
	const columns = (context: ViewContext) =>
		remembered([context.theme, context.settings.utc], () => changeColumns(context));
	const rows = (context: ViewContext) =>
		arrange(context.acts.changes, columns(context), tableState(context.ui, 'changes'));
	const keys = (context: ViewContext): readonly string[] => rows(context).items.map(idOf);

	function Body({ context, width, height, focused }: BodyProps): ReactNode {
		const { theme, now, ui } = context;
		const { items } = rows(context);
		const { sort, filter } = tableState(ui, 'changes');
		if (items.length > 0) {
			const cursor = shownChange(context)?.id;
			return (
				<Table
					columns={columns(context)}
					keyOf={idOf}
					stale={false}
					{...{ items, cursor, sort, focused, now, theme, width, height }}
				/>
			);
		}
		if (filter !== '') return <Notice {...filteredOut(filter, context)} {...{ width, theme }} />;
		const next = `${keyOf(context, 'back')} goes back; \`deckwatch audit\` lists earlier changes.`;
		return <Notice headline="Nothing was changed since deckwatch was opened." {...{ next, width, theme }} />;
	}

	return {
		id: 'changes',
		title: (context) =>
			filteredTitle(['Changes', `${context.acts.changes.length}`], tableState(context.ui, 'changes').filter),
		trouble: (context) => rows(context).problem,
		topics: () => [],
		bindings: [
			{
				id: 'changes.open',
				keys: ['enter'],
				label: 'open',
				help: 'The change with all its steps.',
				footer: 10,
				offBecause: (context) => (keys(context).length === 0 ? 'there is nothing to open' : undefined),
				run: (context) => {
					const { serviceArn = '' } = shownChange(context)?.plan.subject ?? {};
					if (serviceArn !== '') context.dispatch({ type: 'select-service', serviceArn });
					context.dispatch({ type: 'open', screen: 'change' });
				},
			},
			{ ...UNDO, footer: 11 },
			...moveBindings('changes', keys, (context) => shownChange(context)?.id),
			...arrangeBindings('changes', columns),
		],
		Body,
	};
}
