import type { Voice } from '../voice.ts';

/** A command that somebody ran: what it prints on its way, and where it fails the exit code. */
export const command: Voice = {
	opening: ({ stream }) => stream.command?.prints ?? [],
	speak: () => [],
	closing: ({ stream }, ending) =>
		ending === 'terminated' ? [] : [`command failed with exit code ${stream.command?.code ?? 1}`],
};
