/**
 * A change of health that was seen, or the first sight of it. AWS keeps no history of health: these are kept from polling,
 * and a flip between two looks is not among them. What begins as UNKNOWN has no flip for that: all that runs begins so,
 * and the one that follows has it as `before`.
 */
export type HealthFlip = {
	/** When it was seen, epoch ms. */
	readonly at: number;
	readonly serviceArn: string;
	/** What was before; undefined of the first sight: a lane begins there, and nothing has flipped. */
	readonly before?: string;
	readonly after: string;
} & (
	| { readonly kind: 'container'; readonly taskArn: string; readonly container: string }
	| { readonly kind: 'task'; readonly taskArn: string }
	| {
			readonly kind: 'target';
			readonly targetGroupArn: string;
			readonly targetId: string;
			readonly port: number;
			readonly reason?: string;
			readonly description?: string;
	  }
	| { readonly kind: 'alarm'; readonly alarmName: string; readonly reason?: string }
);
