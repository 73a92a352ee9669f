/** Back to what? Without `to`: what is under way is stopped, else the last revision that succeeded before this one. */
export type RollbackInput = {
	/** `42`, `checkout:42` or an ARN. */
	readonly to?: string;
	/**
	 * Only while this deployment (`ecs-svc/…`) is the present one. `to` is what was before it then, for where no success is
	 * remembered.
	 */
	readonly deployment?: string;
	/** Even when ECS calls it successful. */
	readonly calledDone?: true;
};
