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
	/** By their place among the usable ones. */
	readonly taken: Set<number>;
};
