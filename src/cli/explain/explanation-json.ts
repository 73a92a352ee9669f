import type { Explanation } from '../../diagnosis/catalogue/explanation.ts';

/** An explanation as `--json` prints it. */
export function explanationJson({ id, severity, title, cause, next, fields }: Explanation): Omit<Explanation, 'short'> {
	return { id, severity, title, cause, next, fields };
}
