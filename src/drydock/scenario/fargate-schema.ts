import { z } from 'zod';
import { PLATFORM_VERSIONS } from '../world/fargate.ts';

export const platformVersion = z.enum(PLATFORM_VERSIONS);

/** Fargate's platform versions, where they are not as they are today. */
export const fargateSchema = z.strictObject({
	/** What LATEST stands for, until the script says otherwise. */
	latest: platformVersion,
	/** Versions that take a health check for failed when its command writes to stderr. */
	failsOnStderr: z.array(platformVersion).default([]),
});
