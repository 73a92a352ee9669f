import { expect, test } from 'vitest';
import type { PastChange } from '../../../src/model/past-change.ts';
import { pastChanges } from '../../../src/views/changes/past-changes.ts';
import { aChange } from '../../fixtures/a-change.ts';
import { viewContext } from '../view-context.ts';

test('those of the log come first, and those of this console once', () => {
	const own = aChange();
	const earlier = [{ id: 'before' }, { id: own.id }] as unknown as readonly PastChange[];
	const context = viewContext({ acts: { dialog: undefined, changes: [own] } });
	const settings = { ...context.settings, earlierChanges: earlier };
	const changes = pastChanges({ ...context, settings });
	expect(changes.map(({ id }) => id)).toEqual(['before', own.id]);
	expect(Date.parse(changes[1]?.time ?? '')).toBe(Math.floor(own.startedAt / 1000) * 1000);
});
