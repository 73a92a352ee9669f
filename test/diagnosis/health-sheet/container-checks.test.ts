import { expect, test } from 'vitest';
import { containerChecks } from '../../../src/diagnosis/health-sheet/container-checks.ts';
import type { HealthFlip } from '../../../src/model/health-flip.ts';
import type { Evidence } from '../../../src/diagnosis/evidence.ts';
import type { TaskDefinition } from '../../../src/model/task-definition.ts';
import { aService, aTask } from '../../fixtures/a-service.ts';
import { NIGHT, serviceArn, taskDefinitionArn } from '../../fixtures/shop.ts';

const CHECK = { command: ['CMD-SHELL', 'curl -f localhost'], interval: 30, timeout: 5, retries: 3, startPeriod: 0 };

function definition(revision: number, interval = 30): TaskDefinition {
	const taskDefinitionArn_ = taskDefinitionArn('checkout', revision);
	return {
		taskDefinitionArn: taskDefinitionArn_,
		family: 'checkout',
		revision,
		status: 'ACTIVE',
		containerDefinitions: [
			{ name: 'agent', image: 'agent:7', essential: false, portMappings: [] },
			{ name: 'app', image: 'app:1', essential: true, portMappings: [], healthCheck: { ...CHECK, interval } },
		],
		document: {},
	};
}

function running(id: string, revision: number, healthStatus = 'HEALTHY') {
	return aTask('checkout', id, {
		taskDefinitionArn: taskDefinitionArn('checkout', revision),
		startedAt: NIGHT,
		containers: [
			{ name: 'app', lastStatus: 'RUNNING', healthStatus },
			{ name: 'agent', lastStatus: 'RUNNING', healthStatus: 'UNKNOWN' },
		],
	});
}

function evidence(changes: Partial<Evidence> = {}): Evidence {
	return {
		service: aService('checkout'),
		tasks: [running('a', 43), running('b', 42)],
		taskDefinitions: {
			[taskDefinitionArn('checkout', 43)]: definition(43),
			[taskDefinitionArn('checkout', 42)]: definition(42),
		},
		...changes,
	};
}

function flip(taskId: string, at: number, after: string, before?: string): HealthFlip {
	const taskArn = aTask('checkout', taskId).taskArn;
	return {
		kind: 'container',
		serviceArn: serviceArn('checkout'),
		taskArn,
		container: 'app',
		at,
		after,
		...(before && { before }),
	};
}

test('revisions with the same check share it, and containers without one are named', () => {
	const { checks, unchecked } = containerChecks(evidence());
	expect(checks.map(({ container, tasks }) => [container, tasks.length])).toEqual([['app', 2]]);
	expect(unchecked).toEqual([{ container: 'agent', essential: false }]);
});

test('a check that a revision changed is told apart, each with its tasks', () => {
	const taskDefinitions = {
		[taskDefinitionArn('checkout', 43)]: definition(43, 10),
		[taskDefinitionArn('checkout', 42)]: definition(42),
	};
	const { checks } = containerChecks(evidence({ taskDefinitions }));
	expect(
		checks.map(({ healthCheck, tasks }) => [healthCheck.interval, tasks.map(({ task }) => task.taskArn.slice(-1))]),
	).toEqual([
		[10, ['a']],
		[30, ['b']],
	]);
});

test('tells since when a container is as it is, where that was seen', () => {
	const flips = [
		flip('a', NIGHT + 30, 'HEALTHY', 'UNKNOWN'),
		flip('a', NIGHT + 90, 'UNHEALTHY', 'HEALTHY'),
		flip('b', NIGHT + 40, 'HEALTHY'),
	];
	const [check] = containerChecks(evidence({ flips })).checks;
	expect(check?.tasks.map(({ since }) => since)).toEqual([NIGHT + 90, undefined]);
	expect(check?.tasks[0]?.turns).toEqual([
		{ at: NIGHT, after: 'UNKNOWN' },
		{ at: NIGHT + 30, after: 'HEALTHY' },
		{ at: NIGHT + 90, after: 'UNHEALTHY' },
	]);
	expect(check?.tasks[1]?.turns).toEqual([{ at: NIGHT + 40, after: 'HEALTHY' }]);
});

test('a check that is switched off is none', () => {
	const off = definition(43);
	const containerDefinitions = off.containerDefinitions.map((one) =>
		one.healthCheck ? { ...one, healthCheck: { ...one.healthCheck, command: ['NONE'] } } : one,
	);
	const { checks, unchecked } = containerChecks({
		...evidence(),
		tasks: [running('a', 43)],
		taskDefinitions: { [off.taskDefinitionArn]: { ...off, containerDefinitions } },
	});
	expect({ checks, names: unchecked.map(({ container }) => container) }).toEqual({
		checks: [],
		names: ['app', 'agent'],
	});
});

test('while no definition is known nothing is claimed', () => {
	expect(containerChecks({ service: aService('checkout') })).toEqual({ checks: [], unchecked: [] });
});
