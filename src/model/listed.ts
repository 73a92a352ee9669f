/** `subnet-0ab1, subnet-0ab2 and subnet-0ab3` */
export function listed(names: readonly string[]): string {
	return [names.slice(0, -1).join(', '), ...names.slice(-1)].filter((part) => part !== '').join(' and ');
}
