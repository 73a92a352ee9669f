import { safeText } from '../model/safe-text.ts';
import { UsageError } from './usage-error.ts';

/** Letters, digits and hyphens, as it becomes part of a host name. */
const REGION = /^[a-z\d](?:[a-z\d-]*[a-z\d])?$/iu;

/**
 * Passes regions on that can be some.
 * @param setting where they come from, for the person who has to correct them
 * @throws {UsageError}
 */
export function checkRegions(regions: readonly string[], setting: string): readonly string[] {
	const wrong = regions.find((region) => !REGION.test(region));
	if (wrong === undefined) return regions;
	throw new UsageError(`${setting}: "${safeText(wrong)}" can be no region: write one such as eu-west-1.`);
}

/**
 * Refuses an address that no server can have.
 * @throws {UsageError}
 */
export function checkEndpoint(url: string, setting: string): void {
	if (URL.canParse(url) && /^https?:$/u.test(new URL(url).protocol)) return;
	throw new UsageError(
		`${setting}: "${safeText(url)}" is no address of a server: write one such as http://127.0.0.1:4566.`,
	);
}
