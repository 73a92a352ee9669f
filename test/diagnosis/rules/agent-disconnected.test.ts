import { expect, test } from 'vitest';
import { agentDisconnected } from '../../../src/diagnosis/rules/agent-disconnected.ts';
import { aTask } from '../../fixtures/a-service.ts';
import { ago } from '../checkout.ts';
import { aMachine, OTHER, SAYS, web } from './capacity.ts';

const LOST = aMachine({ agentConnected: false });
const task = (containerInstanceArn: string, lastStatus = 'RUNNING') =>
	aTask('web', containerInstanceArn.slice(-4), { containerInstanceArn, lastStatus });
const tasks = [task(LOST.containerInstanceArn), task(OTHER)];

test('by itself it is worth a word: what ECS says of the tasks there may be old', () => {
	expect(agentDisconnected({ service: web(), instances: [LOST], tasks })).toMatchObject([
		{
			severity: 'info',
			confidence: 'low',
			sentence: 'the agent of i-0ab1 is not connected: what ECS says of 1 task there may be old',
		},
	]);
});

test('it is the cause where ECS cannot place a task for it', () => {
	const service = web({}, [[4, SAYS.agent]]);
	expect(agentDisconnected({ service, instances: [LOST], tasks })).toMatchObject([
		{ severity: 'high', since: ago(4), explains: ['placement-agent', 'x-desired-gap'] },
	]);
});

test('is none where none of its tasks is there, the agent answers, or nothing was read', () => {
	const service = web();
	expect(agentDisconnected({ service, instances: [LOST], tasks: [task(OTHER)] })).toEqual([]);
	expect(
		agentDisconnected({ service, instances: [LOST], tasks: [task(LOST.containerInstanceArn, 'STOPPED')] }),
	).toEqual([]);
	expect(agentDisconnected({ service, instances: [aMachine()], tasks })).toEqual([]);
	expect(agentDisconnected({ service, tasks })).toEqual([]);
	expect(agentDisconnected({ service, instances: [LOST] })).toEqual([]);
});
