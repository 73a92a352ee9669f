import { closest } from './closest.ts';
import { commonOptions } from './options.ts';

/** What the command line can be made of. */
export type Vocabulary = {
	/** As yargs writes them: `tasks [service]`. */
	readonly commands: readonly string[];
};

/**
 * What is wrong with a command line, for the person who typed it.
 * @param message what the parser says, in its own words
 */
export function complaint(message: string, argv: readonly string[], { commands }: Vocabulary): string {
	const names = commands.map((command) => command.split(' ')[0] ?? '');
	const own = commands.find((command, index) => argv.includes(names[index] ?? ''));
	const help = `\`deckwatch ${own === undefined ? '' : `${own.split(' ')[0]} `}--help\` shows what there is.`;
	const [, unknown] = /^Unknown (?:argument|command)s?: (.+)$/u.exec(message) ?? [];
	if (unknown !== undefined) {
		return `${unknown
			.split(', ')
			.map((word) => unknownWord(word, argv, own === undefined ? names : [], own?.split(' ')[0]))
			.join(' ')} ${help}`;
	}
	const [, missing] = /<(\w+)(?:\.\.)?>/u.exec(own ?? '') ?? [];
	if (missing !== undefined && message.startsWith('Not enough non-option arguments')) {
		return `\`deckwatch ${own}\`: which ${missing}? ${help}`;
	}
	const [, given, choices] = /^Invalid values:\s+Argument: \S+, Given: (.+), Choices: (.+)$/u.exec(message) ?? [];
	if (choices !== undefined) return `${given} is not one of the choices: ${choices}. ${help}`;
	const [, option] = /^Not enough arguments following: (.+)$/u.exec(message) ?? [];
	return option === undefined ? `${message.trim()}\n  ${help}` : `--${option} needs a value. ${help}`;
}

function unknownWord(
	word: string,
	argv: readonly string[],
	commands: readonly string[],
	own: string | undefined,
): string {
	const isOption = argv.some((each) => each.startsWith('-') && each.replace(/^-+/u, '').split('=')[0] === word);
	const meant = closest(word, isOption ? Object.keys(commonOptions) : commands);
	if (!isOption && own !== undefined) return `\`deckwatch ${own}\` has no use for "${word}".`;
	const kind = isOption ? `no option ${word.length === 1 ? '-' : '--'}${word}` : `no command "${word}"`;
	return `There is ${kind}.${meant === undefined ? '' : ` Did you mean ${isOption ? '--' : ''}${meant}?`}`;
}
