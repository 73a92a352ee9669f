import type { ConsoleOptions, Live } from '../../src/app/console-options.ts';
import { runConsole } from '../../src/app/run-console.tsx';
import { createTheme } from '../../src/components/create-theme.ts';
import { IDLE_ACTING } from '../fixtures/idle-acting.ts';
import { shopLogTail } from '../fixtures/shop-log-tail.ts';
import { shopPicture } from '../fixtures/shop-picture.ts';
import { NIGHT } from '../fixtures/shop.ts';
import { stillStore } from '../fixtures/still-store.ts';
import type { StillStore } from '../fixtures/still-store.ts';
import { createScreen } from './harness.ts';
import type { Screen } from './harness.ts';

export type OpenConsole = Screen & {
	readonly store: StillStore;
	/** Settles when the console has been left, to what it leaves undone. */
	readonly ended: Promise<readonly string[]>;
};

export type OpenOptions = Partial<ConsoleOptions> & { readonly columns?: number; readonly rows?: number };

/** The whole console in a terminal in memory, on the shop's picture. */
export function openConsole({ columns = 80, rows = 24, ...options }: OpenOptions = {}): OpenConsole {
	const screen = createScreen({ columns, rows });
	const store = stillStore(shopPicture());
	const live: Live = { store, profiles: [], acting: IDLE_ACTING, createLogTail: shopLogTail, close: () => {} };
	const ended = runConsole({
		connect: () => Promise.resolve(live),
		connection: { regions: ['ap-northeast-1'] },
		clusters: [],
		contexts: [],
		readOnly: false,
		utc: true,
		theme: createTheme({ background: 'dark', colors: true, unicode: true }),
		keys: {},
		now: () => NIGHT,
		env: {},
		stdin: screen.stdin,
		stdout: screen.stdout,
		...options,
	});
	return { ...screen, store, ended };
}
