import { Box } from 'ink';
import type { ReactNode } from 'react';
import { PaneFrame } from '../components/pane-frame.tsx';
import { timeOfDay } from '../views/clock.ts';
import { serviceTitle } from '../views/scope.ts';
import type { ServiceRow } from '../views/services/service-row.ts';
import { WhyStrip } from '../views/why-strip.tsx';
import { paneName } from './all-bindings.ts';
import type { Layout, Rect } from './layout.ts';
import { PaneView } from './pane-view.tsx';
import { findPane } from './panes.ts';
import type { Panes } from './panes.ts';
import type { ViewContext } from '../views/pane.ts';

export type HomeScreenProps = {
	readonly context: ViewContext;
	readonly panes: Panes;
	readonly layout: Layout;
};

/** The panes of the home screen, each in its place; all follow the selected service. */
export function HomeScreen({ context, panes, layout }: HomeScreenProps): ReactNode {
	const { ui } = context;
	return (
		<>
			{layout.panes.map(({ pane: id, rect, tabs }) => {
				const pane = findPane(panes, id);
				return pane ? (
					<Box key={id} {...at(rect)}>
						<PaneView
							pane={pane}
							context={context}
							rect={rect}
							focused={ui.focus === id}
							tabs={tabs.map((one) => ({ label: paneName(one), active: one === id }))}
						/>
					</Box>
				) : null;
			})}
			{layout.why ? <Why context={context} row={selectedRow(panes, context)} {...layout.why} /> : null}
		</>
	);
}

type WhyProps = {
	readonly context: ViewContext;
	readonly row: ServiceRow | undefined;
	readonly rect: Rect;
	readonly framed: boolean;
};

function Why({ context, row, rect, framed }: WhyProps): ReactNode {
	const { rewound, settings } = context;
	const then = rewound ? [`REWOUND to ${timeOfDay(rewound.at, settings.utc)}`] : [];
	const title = ['Why', ...then, ...(context.ui.serviceArn === undefined ? [] : [serviceTitle(context)])];
	return (
		<Box {...at(rect)}>
			{framed ? (
				<PaneFrame title={title} focused={false} theme={context.theme} width={rect.width} height={rect.height}>
					<WhyStrip context={context} row={row} width={rect.width - 2} height={rect.height - 2} />
				</PaneFrame>
			) : (
				<WhyStrip context={context} row={row} width={rect.width} height={rect.height} />
			)}
		</Box>
	);
}

function selectedRow(panes: Panes, context: ViewContext): ServiceRow | undefined {
	return panes.services.allRows(context).find(({ service }) => service.serviceArn === context.ui.serviceArn);
}

function at({ left, top, width, height }: Rect): Rect & { readonly position: 'absolute' } {
	return { position: 'absolute', left, top, width, height };
}
