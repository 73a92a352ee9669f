import type { SubnetState } from '../subnet.ts';

/** AWS keeps the first four addresses of a subnet and its last (VPC user guide, subnet sizing). */
const FIRST = 4;
const KEPT = 5;

/** How many addresses nobody has. */
export function freeAddresses(subnet: SubnetState): number {
	return usable(subnet) - subnet.taken.size;
}

/** Gives the next address out; undefined when none is free. */
export function takeAddress(subnet: SubnetState): string | undefined {
	if (freeAddresses(subnet) === 0) return undefined;
	do subnet.lastGiven = (subnet.lastGiven + 1) % usable(subnet);
	while (subnet.taken.has(subnet.lastGiven));
	subnet.taken.add(subnet.lastGiven);
	return toText(start(subnet) + subnet.lastGiven);
}

export function giveBackAddress(subnet: SubnetState, address: string): void {
	subnet.taken.delete(toNumber(address) - start(subnet));
}

function usable({ cidrBlock }: SubnetState): number {
	return 2 ** (32 - Number(cidrBlock.split('/')[1])) - KEPT;
}

function start({ cidrBlock }: SubnetState): number {
	return toNumber(cidrBlock.split('/')[0] ?? '') + FIRST;
}

function toNumber(address: string): number {
	return address.split('.').reduce((sum, octet) => sum * 256 + Number(octet), 0);
}

function toText(number: number): string {
	return [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join('.');
}
