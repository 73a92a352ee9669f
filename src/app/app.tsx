import { Box, useInput, usePaste, useWindowSize } from 'ink';
import type { ReactNode } from 'react';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { ActionDialog } from '../views/actions/action-dialog.tsx';
import { Notice } from '../components/notice.tsx';
import type { KeyPress } from '../keymap/chord.ts';
import { findBinding } from '../keymap/keymap.ts';
import { keyOf } from '../views/key-of.ts';
import { allBindings, heardTogether } from './all-bindings.ts';
import type { ConsoleOptions } from './console-options.ts';
import type { Console } from './create-console.ts';
import { dataAge } from './data-age.ts';
import { FooterLine } from './footer-line.tsx';
import { makeFrame } from './frame.ts';
import type { Frame } from './frame.ts';
import { handleKey } from './handle-key.ts';
import { HeaderLine } from './header-line.tsx';
import { HomeScreen } from './home-screen.tsx';
import { keyPresses } from './key-presses.ts';
import { bodyRect } from './layout.ts';
import { namedThings } from './named-things.ts';
import { paletteEntries } from './palette-entries.ts';
import { Palette } from './palette.tsx';
import { PaneView } from './pane-view.tsx';
import { createPanes } from './panes.ts';
import { TooSmall, isTooSmall } from './too-small.tsx';
import { useFirstSelection } from './use-first-selection.ts';
import { useNow } from './use-now.ts';
import { useEffects } from './use-effects.ts';
import { usePicture } from './use-picture.ts';
import { useTopics } from './use-topics.ts';

export type AppProps = { readonly console: Console; readonly options: ConsoleOptions };

/** The whole screen: header, panes or a full screen, footer; and the one place where keys come in. */
export function App({ console, options }: AppProps): ReactNode {
	const { columns, rows } = useWindowSize();
	const ui = useStore(console.ui);
	const link = useStore(console.link);
	const acts = useStore(console.acts.state);
	const panes = useMemo(() => createPanes(), []);
	const bindings = useMemo(() => allBindings(options.keys, panes.all), [options.keys, panes]);
	const { connection, live, logTail } = link;
	const picture = usePicture(live?.store);
	const now = useNow(options.now);
	const { theme, place, readOnly, utc, contexts } = options;
	const settings = useMemo(
		() => ({
			place,
			readOnly,
			utc,
			contexts,
			context: connection.context,
			profile: connection.profile,
			profiles: live?.profiles ?? [],
			regions: connection.regions,
			earlierChanges: live?.earlierChanges ?? [],
		}),
		[place, readOnly, utc, contexts, connection, live],
	);
	const { dispatch } = console;
	const effects = useEffects(console, options);

	const frameOf = (state: typeof ui, acting: typeof acts) =>
		makeFrame({
			ui: state,
			acts: acting,
			picture,
			memory: live?.store,
			now,
			theme,
			settings,
			logTail,
			dispatch,
			effects,
			bindings,
			panes,
			columns,
			rows,
		});
	const frame = frameOf(ui, acts);
	const { context } = frame;
	const topics = link.choosing
		? frame.topics.filter(({ kind }) => kind === 'clusters' || kind === 'identity')
		: frame.topics;
	useTopics(live?.store, topics);
	useFirstSelection(console, ui.serviceArn, context.ui.serviceArn);

	const isBound = (chord: string) => findBinding(heardTogether(bindings), chord) !== undefined;
	const found = (text: string, { context: view, scopes }: Pick<Frame, 'context' | 'scopes'>) =>
		paletteEntries(scopes, text, namedThings(view, panes.services.allRows(view)));
	/** Each press meets the state that the one before it left. */
	const press = (one: KeyPress) => {
		const { context: fresh, scopes } = frameOf(console.ui.getState(), console.acts.state.getState());
		handleKey(one, { context: fresh, scopes, palette: (text) => found(text, { context: fresh, scopes }) });
	};
	useInput((input, key) => keyPresses({ input, key }, isBound).forEach(press));
	usePaste((text) => {
		// Pasted text is text: it never presses keys.
		if (console.ui.getState().prompt || console.acts.state.getState().dialog) press({ input: text, key: {} });
	});

	if (isTooSmall(columns, rows)) return <TooSmall columns={columns} rows={rows} />;
	const { prompt } = context.ui;
	return (
		<Box width={columns} height={rows} flexDirection="column">
			<HeaderLine
				context={context}
				rows={panes.services.allRows(context)}
				age={dataAge(picture, topics)}
				width={columns}
			/>
			<Box height={rows - 2} width={columns}>
				{link.failure !== undefined ? (
					<Notice
						glyph={theme.glyphs.failing}
						color={theme.failing}
						headline="There is no connection to AWS."
						detail={link.failure}
						next={`${keyOf(context, 'refresh')} tries again, ${keyOf(context, 'quit')} quits.`}
						width={columns}
						theme={theme}
					/>
				) : frame.screen ? (
					<PaneView pane={frame.screen} context={context} rect={bodyRect({ columns, rows })} focused />
				) : (
					<HomeScreen context={context} panes={panes} layout={frame.layout} />
				)}
			</Box>
			<FooterLine context={context} scopes={frame.scopes} width={columns} />
			{prompt?.kind === 'palette' ? (
				<Palette entries={found(prompt.text, frame)} {...{ context, prompt, columns, rows }} />
			) : null}
			{acts.dialog ? <ActionDialog {...{ context, columns, rows }} dialog={acts.dialog} /> : null}
		</Box>
	);
}
