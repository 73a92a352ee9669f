/** What is to be deployed. Nothing at all is an error: `force` starts a deployment of what there is. */
export type DeployInput = {
	/** An image for the containers that use its repository, or for the chosen ones. */
	readonly image?: string;
	/** Another tag for the image of the chosen containers, by default of the one that serves. */
	readonly tag?: string;
	/** Names of containers; the others stay as they are. */
	readonly containers?: readonly string[];
	/** An existing revision: `checkout:42`, `42` or an ARN. */
	readonly taskDefinition?: string;
	/** A new deployment even of the same revision. */
	readonly force?: boolean;
	/** Of the task: `512` or `.5 vCPU`; `1024` or `1 GB`. */
	readonly cpu?: string;
	readonly memory?: string;
	/** Environment of the chosen containers: a value, or null to take it away. */
	readonly environment?: Readonly<Record<string, string | null>>;
};
