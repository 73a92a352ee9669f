import { render } from 'ink';
import type { Instance } from 'ink';
import { App } from './app.tsx';
import type { ConsoleOptions } from './console-options.ts';
import { createConsole } from './create-console.ts';

/** Drawn at most so often; what changes in between is drawn together. */
const FRAMES_PER_SECOND = 60;

/**
 * Draws the console at once, then connects. Resolves when the person quits, with the terminal as it was, to
 * what is left undone, in sentences.
 * Rejects with what brought the console down, the terminal restored all the same: the caller says it in words.
 */
export async function runConsole(options: ConsoleOptions): Promise<readonly string[]> {
	const crash = Promise.withResolvers<never>();
	const console = createConsole({ ...options, crash: crash.reject });
	let instance: Instance | undefined;
	let left: readonly string[] = [];
	process.on('uncaughtException', crash.reject);
	process.on('unhandledRejection', crash.reject);
	try {
		instance = render(<App console={console} options={options} />, {
			stdin: options.stdin,
			stdout: options.stdout,
			alternateScreen: true,
			incrementalRendering: true,
			exitOnCtrlC: false,
			patchConsole: false,
			interactive: true,
			maxFps: FRAMES_PER_SECOND,
		});
		await instance.waitUntilRenderFlush();
		console.connect(options.connection);
		await Promise.race([instance.waitUntilExit(), crash.promise]);
	} finally {
		instance?.cleanup();
		left = await console.end();
		process.off('uncaughtException', crash.reject);
		process.off('unhandledRejection', crash.reject);
	}
	return left;
}
