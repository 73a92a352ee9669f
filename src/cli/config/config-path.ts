import { homedir } from 'node:os';
import { join } from 'node:path';

/** `$XDG_CONFIG_HOME/deckwatch/config.yaml`, by default under `~/.config`. */
export function configPath(env: Readonly<Record<string, string | undefined>>): string {
	const home = env['XDG_CONFIG_HOME'];
	return join(home !== undefined && home !== '' ? home : join(homedir(), '.config'), 'deckwatch', 'config.yaml');
}
