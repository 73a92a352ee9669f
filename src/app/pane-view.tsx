import { Box } from 'ink';
import type { ReactNode } from 'react';
import { PaneFrame } from '../components/pane-frame.tsx';
import type { Pane, ViewContext } from '../views/pane.ts';
import { timeOfDay } from '../views/clock.ts';
import type { PaneId } from '../views/pane-id.ts';
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
			title={titleOf(pane, context)}
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

/** What of the screen is not as of a time: the log has its own times, what happened is shown to the end, and the rest is ours. */
const TIMELESS: ReadonlySet<PaneId> = new Set([
	'logs',
	'events',
	'help',
	'changes',
	'change',
	'clusters',
	'regions',
	'profiles',
	'contexts',
] as const);

/** `Services`, `REWOUND to 12:01:00`, `42`: what was is not to be taken for what is. */
function titleOf({ id, title }: Pane, context: ViewContext): readonly string[] {
	const [name = '', ...rest] = title(context);
	const { rewound, settings } = context;
	if (!rewound || TIMELESS.has(id)) return [name, ...rest];
	return [name, `REWOUND to ${timeOfDay(rewound.at, settings.utc)}`, ...rest];
}
