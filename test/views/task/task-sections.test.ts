import { expect, test } from 'vitest';
import { lineText } from '../../../src/views/text-line.ts';
import { stateSection } from '../../../src/views/task/task-sections.ts';
import { aTask } from '../../fixtures/a-service.ts';
import { viewContext } from '../view-context.ts';

const healthOf = (healthStatus: string): string | undefined => {
	const containers = [{ name: 'app', lastStatus: 'RUNNING', healthStatus }];
	const task = aTask('checkout', '1', { healthStatus: 'UNKNOWN', containers });
	return stateSection(task, viewContext())
		.lines(100)
		.map(lineText)
		.find((line) => line.startsWith('health'));
};

test('does not deny the check of a container that reports where ECS makes nothing of it', () => {
	expect(healthOf('HEALTHY')).toMatch(/UNKNOWN, though HEALTHY: app/u);
	expect(healthOf('UNKNOWN')).toMatch(/UNKNOWN: no container check has reported/u);
});
