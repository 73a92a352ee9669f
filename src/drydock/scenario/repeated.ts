import type { ServiceEntry } from './service-schema.ts';

/** `{name: svc-{n}, repeat: 3}` -> svc-001, svc-002, svc-003. */
export function repeated(entry: ServiceEntry): ServiceEntry[] {
	if (entry.repeat === undefined) return [entry];
	return Array.from({ length: entry.repeat }, (_, index) => ({
		...entry,
		name: entry.name.replace('{n}', String(index + 1).padStart(3, '0')),
	}));
}
