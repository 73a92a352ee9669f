import type { Beginning } from '../diagnosis/evidence.ts';
import { age } from '../model/age.ts';
import { moment } from './clock.ts';

/** `, since 12:01:40`; `, for 59m or longer` where nothing shows what was before; empty where it is not known at all. */
export function beginning({ since, mayBeOlder }: Beginning, now: number, utc: boolean): string {
	if (since === undefined) return '';
	return mayBeOlder ? `, for ${age(since, now)} or longer` : `, since ${moment(since, now, utc)}`;
}
