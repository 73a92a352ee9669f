import { useApp } from 'ink';
import { useMemo } from 'react';
import type { Effects } from '../views/pane.ts';
import { clipboardSequence } from './clipboard.ts';
import type { ConsoleOptions } from './console-options.ts';
import type { Console } from './create-console.ts';
import { editInEditor } from './edit-in-editor.ts';
import { suspend } from './suspend.ts';

/** What only the frame can do, done with the terminal and the connection at hand. */
export function useEffects(console: Console, { stdout, env }: ConsoleOptions): Effects {
	const { exit, suspendTerminal } = useApp();
	return useMemo(() => {
		const say = (level: 'info' | 'warning' | 'error', text: string): void =>
			console.dispatch({ type: 'flash', flash: { level, text } });
		return {
			refresh: () => {
				const { live, connection } = console.link.getState();
				if (live) {
					live.store.refresh();
					say('info', 'asking AWS again');
				} else console.connect(connection);
			},
			copy: (text, what) => {
				const sequence = clipboardSequence(text);
				if (sequence === undefined) return say('warning', `${what} is too long for the terminal's clipboard`);
				stdout.write(sequence);
				say('info', `copied ${what}`);
			},
			connect: console.connect,
			act: console.acts.act,
			undo: console.acts.undo,
			editDialog: console.acts.edit,
			confirm: console.acts.confirm,
			leaveDialog: console.acts.leave,
			editDocument: (id, text) => {
				const edited = suspendTerminal(async () => {
					console.acts.edit({ type: 'document', id, text: await editInEditor(text, env) });
				});
				edited.catch((error: unknown) => say('error', error instanceof Error ? error.message : String(error)));
			},
			suspend: () => void suspend(suspendTerminal),
			quit: () => (console.mayQuit() ? exit() : undefined),
		};
	}, [console, stdout, env, exit, suspendTerminal]);
}
