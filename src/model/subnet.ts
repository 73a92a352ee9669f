/** A subnet, AWS's field names. */
export type Subnet = {
	readonly subnetId: string;
	readonly availabilityZone: string;
	/** Private IPv4 addresses that are free. */
	readonly availableIpAddressCount: number;
};
