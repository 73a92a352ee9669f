import { rename, rm } from 'node:fs/promises';

/**
 * Puts a folder in the place of another. Who looks meanwhile finds the old one or the new one whole, or for the moment
 * between two renames none. What still runs from the old one no longer finds files of it that it has not loaded yet.
 */
export async function putInPlace(made: string, place: string): Promise<void> {
	const old = `${made}-old`;
	const hadOld = await moved(place, old);
	try {
		await rename(made, place);
	} catch (error) {
		if (hadOld) await rename(old, place);
		throw error;
	}
	await rm(old, { recursive: true, force: true });
}

/** False where there was nothing to move. */
async function moved(from: string, to: string): Promise<boolean> {
	try {
		await rename(from, to);
		return true;
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
		throw error;
	}
}
