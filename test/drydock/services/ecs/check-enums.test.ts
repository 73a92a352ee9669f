import { expect, test } from 'vitest';
import { openEcs, refusalOf } from './open-ecs.ts';

const cluster = 'prod';
const bogus = 'BOGUS' as never;

test('a value that a member cannot have is refused', async () => {
	const { ecs } = openEcs();
	const calls = [
		ecs.listTasks({ cluster, desiredStatus: bogus }),
		ecs.listServices({ cluster, launchType: bogus }),
		ecs.listTaskDefinitions({ sort: bogus }),
		ecs.listTaskDefinitionFamilies({ status: bogus }),
		ecs.describeServices({ cluster, services: ['cart'], include: ['TAGS', bogus] }),
		ecs.registerTaskDefinition({ family: 'web', requiresCompatibilities: [bogus], containerDefinitions: [] }),
	];
	for (const call of calls) expect(await refusalOf(call)).toMatch(/^InvalidParameterException: /);
	await ecs.describeClusters({ clusters: [cluster], include: ['TAGS', 'STATISTICS'] });
});
