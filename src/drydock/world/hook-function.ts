/** How a Lambda function behaves that lifecycle hooks call. */
export type HookFunction = {
	/** From its call until it says so. */
	readonly seconds: number;
	/** `hookStatus` of its answer; IN_PROGRESS: it never says another. */
	readonly result: 'SUCCEEDED' | 'FAILED' | 'IN_PROGRESS';
};

const quick: HookFunction = { seconds: 6, result: 'SUCCEEDED' };

/** The function of an ARN, `arn:aws:lambda:…:function:smoke-test`; one that nothing is said of is quick and content. */
export function functionOf(functions: ReadonlyMap<string, HookFunction>, arn: string): HookFunction {
	return functions.get(arn.split(':function:')[1] ?? '') ?? quick;
}
