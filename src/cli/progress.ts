import type { Io } from './io.ts';

/**
 * Does some reading and counts up on one line of stderr what has come; silent where stderr is no terminal. The line
 * is gone when the reading has ended, however it ended.
 */
export async function counted<T>(
	{ stderr }: Pick<Io, 'stderr'>,
	noun: string,
	read: (onCount: (count: number) => void) => Promise<T>,
): Promise<T> {
	let shown = false;
	try {
		return await read((count) => {
			if (!stderr.isTTY) return;
			shown = true;
			stderr.write(`\r${count} ${noun} …`);
		});
	} finally {
		if (shown) stderr.write('\r\u001B[K');
	}
}
