/** A CloudWatch alarm as it is now. */
export type Alarm = {
	readonly name: string;
	/** OK | ALARM | INSUFFICIENT_DATA */
	readonly state: string;
	/** Why, in CloudWatch's words. */
	readonly reason?: string;
	/** When it came into this state, epoch ms. */
	readonly since?: number;
};
