import type { NetworkInterface } from './task.ts';

/** A subnet; AWS reserves five of its addresses. */
export type SubnetState = {
	readonly subnetId: string;
	readonly vpcId: string;
	readonly region: string;
	readonly availabilityZone: string;
	/** `10.0.16.0/20` */
	readonly cidrBlock: string;
	/** Where the last address was given: the next one comes after it, as long as one is free. */
	lastGiven: number;
	wayOut: WayOut;
	/** By their place among the usable ones. */
	readonly taken: Set<number>;
};

/** What its default route leads to: a NAT gateway, an internet gateway, or nothing, and there is no VPC endpoint either. */
export const WAYS_OUT = ['nat', 'internet', 'none'] as const;

export type WayOut = (typeof WAYS_OUT)[number];

/** Whether what stands in the subnet reaches AWS's endpoints: through an internet gateway only with a public address. */
export function hasWayOut(
	subnet: SubnetState | undefined,
	networkInterface: Pick<NetworkInterface, 'publicIpv4Address'> | undefined,
): boolean {
	if (subnet?.wayOut === 'none') return false;
	return subnet?.wayOut !== 'internet' || networkInterface?.publicIpv4Address !== undefined;
}
