import { parseDocument } from 'yaml';
import type { AppSpec } from '../../model/app-spec.ts';

/** An AppSpec of JSON or YAML, which JSON is too; one that is neither is an empty one. */
export function parseAppSpec(content: string): AppSpec {
	const document = parseDocument(content);
	const parsed: unknown = document.errors.length > 0 ? undefined : document.toJS();
	return typeof parsed === 'object' && parsed !== null ? (parsed as AppSpec) : {};
}
