/** A subnet; AWS reserves five of its addresses. */
export type SubnetState = {
	readonly subnetId: string;
	readonly vpcId: string;
	readonly region: string;
	readonly availabilityZone: string;
	/** `10.0.16.0/20` */
	readonly cidrBlock: string;
	/** Addresses given out so far, to give the next one. */
	addressesGiven: number;
};
