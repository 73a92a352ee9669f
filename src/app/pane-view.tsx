import { Box } from 'ink';
import type { ReactNode } from 'react';
import { PaneFrame } from '../components/pane-frame.tsx';
import type { Pane, ViewContext } from '../views/pane.ts';
import { insetOf } from './frame.ts';
import type { Rect } from './layout.ts';

export type PaneViewProps = {
	readonly pane: Pane;
	readonly context: ViewContext;
	readonly rect: Pick<Rect, 'width' | 'height'>;
	readonly focused: boolean;
	/** The panes that share the place; none where it has its place to itself. */
	readonly tabs?: readonly { readonly label: string; readonly active: boolean }[];
};

/** A pane in its frame. */
export function PaneView({ pane, context, rect, focused, tabs = [] }: PaneViewProps): ReactNode {
	const { Body } = pane;
	const inset = insetOf(pane);
	return (
		<PaneFrame
			title={pane.title(context)}
			trouble={pane.trouble?.(context)}
			focused={focused}
			theme={context.theme}
			width={rect.width}
			height={rect.height}
			tabs={tabs}
		>
			<Box paddingX={inset / 2}>
				<Body context={context} width={rect.width - 2 - inset} height={rect.height - 2} focused={focused} />
			</Box>
		</PaneFrame>
	);
}
