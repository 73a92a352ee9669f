import type { Resource } from '../model/resource.ts';
import type { ResourceTable } from './picture-update.ts';
import type { Picture, Table } from './picture.ts';

/** Whether anything changed but the times of reading and the call rate. */
export function isNews(before: Picture, after: Picture): boolean {
	const { serviceReadAt: _times, callsPerSecond: _rate, refreshMs: _pace, flips, ...tables } = after;
	if (flips !== before.flips) return true;
	return (Object.keys(tables) as ResourceTable[]).some((table) => tableHasNews(before[table], after[table]));
}

function tableHasNews(before: Table<Resource<unknown>>, after: Table<Resource<unknown>>): boolean {
	if (before === after) return false;
	const keys = Object.keys(after);
	return (
		keys.length !== Object.keys(before).length ||
		keys.some((key) => {
			const [was, is] = [before[key], after[key]];
			return was?.value !== is?.value || was?.failure !== is?.failure;
		})
	);
}
