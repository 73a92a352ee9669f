import { z } from 'zod';
import { alarmSchema } from './alarm-schema.ts';
import { behaviourSchema } from './behaviour-schema.ts';
import { imageSchema } from './image-schema.ts';
import { stepSchema } from './script-schema.ts';
import { clusterSchema } from './cluster-schema.ts';
import { contradictions } from './contradictions.ts';
import { functionSchema } from './deployment-schema.ts';
import { serviceSchema, serviceTraits, sidecarSchema } from './service-schema.ts';

/** A world and what happens in it, as a YAML file says it. */
export const scenarioSchema = z
	.strictObject({
		description: z.string(),
		account: z
			.string()
			.regex(/^\d{12}$/, { error: 'must be twelve digits in quotes' })
			.default('111122223333'),
		clusters: z.array(clusterSchema).min(1),
		sidecars: z.record(z.string(), sidecarSchema).default({}),
		defaults: serviceTraits.default({}),
		services: z.array(serviceSchema),
		alarms: z.array(alarmSchema).default([]),
		/** What images wait for that is not in ECS, by name, with the host that their logs name. */
		dependencies: z.record(z.string(), z.strictObject({ host: z.string() })).default({}),
		/** Lambda functions that lifecycle hooks call, by name; others answer SUCCEEDED at once. */
		functions: z.record(z.string(), functionSchema).default({}),
		behaviours: z.record(z.string(), behaviourSchema).default({}),
		images: z.array(imageSchema).default([]),
		script: z.array(stepSchema).default([]),
	})
	.superRefine((scenario, context) => {
		for (const { path, message } of contradictions(scenario)) context.addIssue({ code: 'custom', path, message });
	});

export type Scenario = z.infer<typeof scenarioSchema>;
