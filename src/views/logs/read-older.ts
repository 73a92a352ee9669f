import type { ViewContext } from '../pane.ts';

/** Fetches lines older than those held, and says that it does, what came, and where there are no more. */
export async function readOlder({ logTail, dispatch, theme }: ViewContext): Promise<void> {
	if (!logTail) return;
	const say = (text: string) => dispatch({ type: 'flash', flash: { level: 'info', text } });
	const { lines, atBeginning, readAt } = logTail.getState();
	if (readAt === undefined) return say('the newest lines come first: older ones once they are in');
	if (atBeginning) return say('this is the beginning: there are no older lines');
	const oldest = lines.at(0);
	const held = lines.length;
	say(`fetching older lines ${theme.glyphs.ellipsis}`);
	await logTail.loadOlder();
	const after = logTail.getState();
	if (after.lines.at(0) !== oldest) return say('older lines loaded');
	say(
		after.atBeginning
			? 'this is the beginning: there are no older lines'
			: `no room for older lines beside the ${held} held`,
	);
}
