/** Whether a name is one of those meant: `prod-*` means all that begin with `prod-`. */
export function matchesName(pattern: string, name: string): boolean {
	if (!isPattern(pattern)) return pattern === name;
	const parts = pattern.split('*').map((part) => part.replace(/[\\^$.+?()[\]{}|/]/gu, String.raw`\$&`));
	return new RegExp(`^${parts.join('.*')}$`, 'u').test(name);
}

/** Names of clusters have no `*` of their own (ECS API reference, CreateCluster: letters, digits, underscores, hyphens). */
export function isPattern(name: string): boolean {
	return name.includes('*');
}
