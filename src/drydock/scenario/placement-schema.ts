import { z } from 'zod';
import { parseClusterQuery } from '../world/placement/cluster-query.ts';
import type { PlacementConstraint, PlacementStrategy } from '../world/service-settings.ts';

/** `random`, `spread(attribute:ecs.availability-zone)`, `binpack(memory)`, as AWS's console writes them. */
export const strategySchema = z
	.string()
	.regex(/^(random|spread\((attribute:[^()]+|instanceId|host)\)|binpack\((cpu|memory)\))$/, {
		error: 'must be random, spread(attribute:<name>), spread(instanceId), binpack(cpu) or binpack(memory)',
	})
	.transform((text): PlacementStrategy => {
		const [, type = 'random', field] = /^(\w+)(?:\((.*)\))?$/.exec(text) ?? [];
		return { type: type as PlacementStrategy['type'], ...(field !== undefined && { field }) };
	});

/** `distinctInstance`, `memberOf(attribute:ecs.instance-type =~ m5.*)`. */
export const constraintSchema = z
	.string()
	.refine((text) => text === 'distinctInstance' || parseClusterQuery(expressionOf(text)) !== undefined, {
		error: 'must be distinctInstance, or memberOf(<an expression of the cluster query language>)',
	})
	.transform((text): PlacementConstraint =>
		text === 'distinctInstance' ? { type: 'distinctInstance' } : { type: 'memberOf', expression: expressionOf(text) },
	);

function expressionOf(text: string): string {
	return /^memberOf\((.*)\)$/.exec(text)?.[1] ?? '';
}
