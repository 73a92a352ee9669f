import type { Attention } from '../../src/diagnosis/attention.ts';

/** What is said of a service, without all that was found in it. */
export function spoken({ findings: _found, ...attention }: Attention): Omit<Attention, 'findings'> {
	return attention;
}
