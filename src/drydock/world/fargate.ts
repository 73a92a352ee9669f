/** Fargate's platform versions on Linux (ECS developer guide, platform versions). */
export const PLATFORM_VERSIONS = ['1.3.0', '1.4.0'] as const;

export type PlatformVersion = (typeof PLATFORM_VERSIONS)[number];

/** What AWS runs tasks without instances on. */
export type FargateState = {
	/** What LATEST stands for: AWS moves it some time after a version is out. */
	latest: PlatformVersion;
	/**
	 * Versions that take a health check for failed when its command writes to stderr, as 1.4.0 did in 2020 until it was
	 * mended (github.com/aws/containers-roadmap, 898).
	 */
	readonly failsOnStderr: readonly PlatformVersion[];
};

export const FARGATE_TODAY: FargateState = { latest: '1.4.0', failsOnStderr: [] };
