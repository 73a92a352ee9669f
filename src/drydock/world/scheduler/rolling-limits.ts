/** How few healthy tasks a service may have, and how many tasks at all, while it is changed. */
export type RollingLimits = { readonly lower: number; readonly upper: number };

/** The lower bound is rounded up, the upper one down (ECS API reference, DeploymentConfiguration). */
export function rollingLimits(
	desiredCount: number,
	percents: { readonly minimumHealthyPercent: number; readonly maximumPercent: number },
): RollingLimits {
	return {
		lower: Math.ceil((desiredCount * percents.minimumHealthyPercent) / 100),
		upper: Math.floor((desiredCount * percents.maximumPercent) / 100),
	};
}
