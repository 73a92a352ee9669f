import { safeText, type SafeText } from '../../model/safe-text.ts';

/** Cleaned text; undefined stays. Servers that imitate AWS send some numbers as such. */
export function text(value: string | number | undefined): SafeText | undefined {
	return typeof value === 'string' || typeof value === 'number' ? safeText(String(value)) : undefined;
}

/** Cleaned text, '' when there is none. */
export function requiredText(value: string | undefined): SafeText {
	return safeText(typeof value === 'string' ? value : '');
}

/** Cleaned texts; none when AWS leaves the list out. */
export function texts(values: readonly string[] | undefined): readonly SafeText[] {
	return list(values).map(requiredText);
}

/** Epoch ms; undefined for no date and for one that is none. */
export function epochMs(date: Date | undefined): number | undefined {
	const time = date?.getTime();
	return time === undefined || Number.isNaN(time) ? undefined : time;
}

/** The list, or an empty one when AWS leaves it out; without the nulls that no list of AWS has. */
export function list<T>(values: readonly T[] | undefined): readonly T[] {
	return Array.isArray(values) ? values.filter((value) => value !== null && value !== undefined) : [];
}
