import type { Dice } from './dice.ts';
import type { Ending, LogStream, Trouble } from './stream.ts';

/** One instant in the life of a container that has something to say. */
export type Moment = {
	readonly stream: LogStream;
	/** Epoch ms. */
	readonly at: number;
	readonly dice: Dice;
	readonly trouble: Trouble | undefined;
};

/** How one kind of software writes its log. Each text is one log event: awslogs splits at line ends. */
export type Voice = {
	/** While it starts: the first at once, the last when it can serve; several texts in one place come together. */
	readonly opening: (moment: Moment) => readonly (string | readonly string[])[];
	/** One utterance in the middle of its life. */
	readonly speak: (moment: Moment) => readonly string[];
	/** Its last words. */
	readonly closing: (moment: Moment, ending: Exclude<Ending, 'silent'>) => readonly string[];
};
