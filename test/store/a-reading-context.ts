import type { Picture } from '../../src/store/picture.ts';
import type { ReadingContext } from '../../src/store/reading-context.ts';
import { createSuspects } from '../../src/store/suspects.ts';
import { createTroubles } from '../../src/store/troubles.ts';
import { fakeAws } from './fake-aws.ts';
import { steppedTime } from './stepped-time.ts';

/** What readings may use, over a picture; a test replaces what it is about. */
export function aReadingContext(picture: () => Picture, changes: Partial<ReadingContext> = {}): ReadingContext {
	return {
		aws: fakeAws(),
		time: steppedTime(),
		picture,
		doneAt: new Map(),
		refreshMs: 0,
		freshSince: () => 0,
		suspects: createSuspects,
		troubles: createTroubles(),
		...changes,
	};
}
