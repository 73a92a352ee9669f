/** AWS's shape, TaskOverride. */
export type TaskOverrides = {
	readonly cpu?: string;
	readonly memory?: string;
	/** The rest of its members pass through untouched. */
	readonly containerOverrides?:
		| readonly {
				readonly name?: string | undefined;
				readonly command?: string[] | undefined;
				readonly cpu?: number | undefined;
				readonly memory?: number | undefined;
				readonly memoryReservation?: number | undefined;
		  }[]
		| undefined;
};
