/** Something outside ECS that tasks ask and wait for, such as a database; times are epoch ms. */
export type DependencyState = {
	/** As logs name it: `orders-db.shop.internal:5432`. */
	readonly host: string;
	/** When it was too slow to answer, oldest first; the last has no end as long as it is. */
	readonly outages: Outage[];
};

export type Outage = { readonly from: number; until?: number };

export function isSlow({ outages }: DependencyState): boolean {
	const newest = outages.at(-1);
	return newest !== undefined && newest.until === undefined;
}
