import type { Command } from '../command.ts';
import { EXIT } from '../exit-status.ts';

/** For bash and zsh; both ask the program itself what can come next. */
const SCRIPT = `_deckwatch_words() {
	deckwatch --get-yargs-completions "$@" 2>/dev/null | grep -vxF '$0'
}
if [ -n "\${ZSH_VERSION-}" ]; then
	_deckwatch() {
		local IFS=$'\\n'
		compadd -- $(_deckwatch_words "\${words[@]:0:$CURRENT}")
	}
	compdef _deckwatch deckwatch
else
	_deckwatch() {
		local IFS=$'\\n'
		COMPREPLY=($(compgen -W "$(_deckwatch_words "\${COMP_WORDS[@]:0:COMP_CWORD+1}")" -- "\${COMP_WORDS[COMP_CWORD]}"))
	}
	complete -o default -F _deckwatch deckwatch
fi
`;

export const completion: Command = {
	command: 'completion',
	describe: 'Print the completion script for bash and zsh: eval "$(deckwatch completion)"',
	async run({ io }) {
		io.stdout.write(SCRIPT);
		return EXIT.done;
	},
};
