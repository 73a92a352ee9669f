/**
 * A change of health that was seen, or the first sight of it. AWS keeps no history of health: these are kept from polling,
 * and a flip between two looks is not among them.
 */
export type HealthFlip = {
	/** When it was seen, epoch ms. */
	readonly at: number;
	readonly serviceArn: string;
	/** What was before; undefined of the first sight. */
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
