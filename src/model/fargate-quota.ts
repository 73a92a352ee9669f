/** The two kinds of Fargate capacity, which have quotas and prices of their own. */
export type FargateKind = 'on-demand' | 'spot';

/** How many vCPUs of Fargate an account may run in a region at a time. */
export type FargateQuota = {
	readonly kind: FargateKind;
	readonly vcpus: number;
	/** In use, as CloudWatch counted it last; absent when it did not within the last quarter of an hour. */
	readonly used?: number;
};
