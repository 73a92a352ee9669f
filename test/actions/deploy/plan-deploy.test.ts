import { describe, expect, test } from 'vitest';
import { planDeploy } from '../../../src/actions/deploy/plan-deploy.ts';
import type { DeployInput } from '../../../src/actions/deploy/deploy-input.ts';
import type { DeploySnapshot } from '../../../src/actions/deploy/deploy-snapshot.ts';
import { isRefusal, type Plan } from '../../../src/actions/plan.ts';
import { containersOf } from '../../../src/model/editable-task-definition.ts';
import { MASK } from '../../../src/model/mask.ts';
import type { Service } from '../../../src/model/service.ts';
import { ACCOUNT, REGION } from '../../fixtures/shop.ts';
import { aSnapshot as snapshot } from './a-snapshot.ts';

const ECR = `${ACCOUNT}.dkr.ecr.${REGION}.amazonaws.com`;
const SHA = `sha256:${'ab'.repeat(32)}`;
function plan(from: DeploySnapshot, input: DeployInput): Plan<DeployInput> {
	const planned = planDeploy(from, input);
	if (isRefusal(planned)) throw new Error(`${planned.refused} ${planned.instead}`);
	return planned;
}

const refused = (from: DeploySnapshot, input: DeployInput) => {
	const planned = planDeploy(from, input);
	if (!isRefusal(planned)) throw new Error('it was not refused');
	return planned.refused;
};

/** The images by container that a plan registers. */
function images({ changes: [first] }: Plan<DeployInput>): Readonly<Record<string, string>> {
	if (first?.name !== 'ecs:RegisterTaskDefinition') throw new Error('it registers nothing');
	return Object.fromEntries(containersOf(first.input).map(({ name, image }) => [name, image]));
}

describe('an image', () => {
	test.each([
		['same repository, new tag', 'reg/app:1', 'reg/app:2', 'reg/app:2'],
		['a digest over a tag', 'reg/app:1', `reg/app@${SHA}`, `reg/app@${SHA}`],
		['a tag over a tag with a digest', `reg/app:1@${SHA}`, 'reg/app:2', 'reg/app:2'],
		['a tag over a digest', `reg/app@${SHA}`, 'reg/app:2', 'reg/app:2'],
		['a tag where there was none', 'reg/app', 'reg/app:2', 'reg/app:2'],
		['a registry with a port', 'host:5000/app:1', 'host:5000/app:2', 'host:5000/app:2'],
		['a registry with a port, untagged', 'host:5000/app', 'host:5000/app:2', 'host:5000/app:2'],
		['ECR', `${ECR}/app:1`, `${ECR}/app:2`, `${ECR}/app:2`],
	])('%s', (_, current, image, after) => {
		expect(images(plan(snapshot({ app: current }), { image }))).toEqual({ app: after });
	});

	test.each([
		['another repository', { app: 'reg/zzz:1' }, 'reg/app:2', 'No container uses an image of reg/app.'],
		[
			'another account and region',
			{ app: '111122223333.dkr.ecr.us-east-1.amazonaws.com/x:1' },
			`${ECR}/x:2`,
			`No container uses an image of ${ECR}/x.`,
		],
		['a repository that ends the same', { app: 'foo-redis:1' }, 'redis:2', 'No container uses an image of redis.'],
		['a registry before it', { app: 'other.host/reg/app:1' }, 'reg/app:2', 'No container uses an image of reg/app.'],
		['a dot that is no wildcard', { app: 'aXb.com/x:1' }, 'a.b.com/x:2', 'No container uses an image of a.b.com/x.'],
		['what is no image', { app: 'reg/app:1' }, 'reg//app:2', '"reg//app:2" is not an image.'],
	])('of %s changes nothing, and says so', (_, current, image, why) => {
		expect(refused(snapshot(current), { image })).toBe(why);
	});

	test('changes the containers of its repository, and no other', () => {
		const planned = plan(snapshot({ app: 'reg/app:1', two: 'reg/app-two:1', third: 'reg/app:9' }), {
			image: 'reg/app:2',
		});
		expect(images(planned)).toEqual({ app: 'reg/app:2', two: 'reg/app-two:1', third: 'reg/app:2' });
	});

	test('replaces any image of a container that is named', () => {
		const planned = plan(snapshot({ app: 'reg/app:1', agent: 'agent:7' }), {
			image: 'ours/agent:8',
			containers: ['agent'],
		});
		expect(images(planned)).toEqual({ app: 'reg/app:1', agent: 'ours/agent:8' });
	});
});

describe('a tag', () => {
	test.each([
		['a tag', 'reg/app:1', 'reg/app:new'],
		['none', 'redis', 'redis:new'],
		['none, behind a port', 'host:5000/app', 'host:5000/app:new'],
		['a digest', `reg/app@${SHA}`, 'reg/app:new'],
		['a tag and a digest', `reg/app:1@${SHA}`, 'reg/app:new'],
	])('takes the place of %s', (_, current, after) => {
		expect(images(plan(snapshot({ app: current }), { tag: 'new' }))).toEqual({ app: after });
	});

	test('is for the essential container: sidecars stay', () => {
		expect(images(plan(snapshot({ app: 'reg/app:1', agent: 'agent:7' }), { tag: '2' }))).toEqual({
			app: 'reg/app:2',
			agent: 'agent:7',
		});
	});

	test('is for the container that the load balancer sends to, among several', () => {
		const loadBalancers = [{ targetGroupArn: 'arn:x', containerName: 'app', containerPort: 8080 }];
		expect(images(plan(snapshot({ app: 'reg/app:1', proxy: 'envoy:1' }, { loadBalancers }), { tag: '2' }))).toEqual({
			app: 'reg/app:2',
			proxy: 'envoy:1',
		});
	});

	test('asks which container is meant when that cannot be told', () => {
		expect(refused(snapshot({ app: 'reg/app:1', proxy: 'envoy:1' }), { tag: '2' })).toBe(
			'It cannot be told which container is meant.',
		);
	});
});

test('everything else is carried over, but for what AWS sets itself', () => {
	const planned = plan(snapshot({ app: 'reg/app:1' }, {}, { futureSetting: { on: true } }), {
		tag: '2',
		memory: '2 GB',
	});
	const [register, update] = planned.changes;
	expect(register?.input).toEqual({
		family: 'checkout',
		requiresCompatibilities: ['FARGATE'],
		cpu: '512',
		memory: '2048',
		pidMode: 'task',
		containerDefinitions: [
			{
				name: 'app',
				image: 'reg/app:2',
				portMappings: [{ containerPort: 8080 }],
				dockerLabels: { image: 'reg/app:keepme' },
			},
		],
		futureSetting: { on: true },
		tags: [{ key: 'team', value: 'shop' }],
	});
	expect(update).toMatchObject({ name: 'ecs:UpdateService', input: { taskDefinition: 'registered' } });
	expect(Object.keys(update?.input ?? {})).toEqual(['cluster', 'service', 'taskDefinition']);
	expect(planned.differences).toEqual([
		{ what: 'task definition', before: 'checkout:43', after: 'a new revision' },
		{ what: 'memory', before: '1024', after: '2048' },
		{ what: 'containerDefinitions[app].image', before: 'reg/app:1', after: 'reg/app:2' },
	]);
});

test('environment variables are set, added and taken away, and their values not shown', () => {
	const environment = [
		{ name: 'KEEP', value: '' },
		{ name: 'PORT', value: '80' },
		{ name: 'OLD', value: 'x' },
	];
	const from = snapshot({ app: 'reg/app:1' });
	const [container] = containersOf(from.base.document);
	const base = {
		...from.base,
		document: { ...from.base.document, containerDefinitions: [{ ...container, environment }] },
	};
	const planned = plan({ ...from, base }, { environment: { PORT: '81', NEW: 'n', OLD: null } });
	const [register] = planned.changes;
	if (register?.name !== 'ecs:RegisterTaskDefinition') throw new Error('it registers nothing');
	expect(planned).toMatchObject({
		differences: expect.arrayContaining([
			{ what: expect.stringMatching(/environment\[PORT\]/u) as string, before: MASK, after: 'another value' },
		]) as unknown,
	});
	expect(containersOf(register.input)[0]?.environment).toEqual([
		{ name: 'KEEP', value: '' },
		{ name: 'PORT', value: '81' },
		{ name: 'NEW', value: 'n' },
	]);
	expect(JSON.stringify(planned.differences)).not.toMatch(/81|"n"/u);
});

test('a variable may be called like a member of every object', () => {
	const from = snapshot({ app: 'reg/app:1' });
	const [container] = containersOf(from.base.document);
	const environment = [{ name: 'constructor', value: 'x' }];
	const document = { ...from.base.document, containerDefinitions: [{ ...container, environment }] };
	const planned = plan({ ...from, base: { ...from.base, document } }, { environment: { NEW: 'n' } });
	expect(planned.changes[0]?.input).toMatchObject({
		containerDefinitions: [{ environment: [...environment, { name: 'NEW', value: 'n' }] }],
	});
});

describe('is refused, before anything is sent', () => {
	test.each<readonly [string, Partial<Service>, DeployInput, string]>([
		['nothing would change', {}, { tag: '1' }, 'Nothing would change: checkout:43 has all of that already.'],
		[
			'an Express service, which ECS manages',
			{ resourceManagementType: 'ECS' },
			{ tag: '2' },
			'checkout is an Express service: ECS makes its task definitions',
		],
		[
			'an external controller',
			{ deploymentController: 'EXTERNAL' },
			{ tag: '2' },
			'deployed by an external controller',
		],
		[
			'a size that Fargate does not have',
			{},
			{ cpu: '512', memory: '512' },
			'Fargate has no 512 MiB with 512 CPU units',
		],
		['what is no size', {}, { memory: 'lots' }, '"lots" is no memory.'],
		['what is no tag', {}, { tag: 'a b' }, '"a b" is not a tag.'],
		['a container that is not there', {}, { tag: '2', containers: ['web'] }, 'There is no container web.'],
		[
			'a load balancer that sends to a port it would not have',
			{ loadBalancers: [{ targetGroupArn: 'arn:x', containerName: 'app', containerPort: 9090 }] },
			{ tag: '2' },
			'The load balancer sends to app:9090',
		],
		[
			'percentages that let nothing move',
			{ desiredCount: 1, deploymentConfiguration: { minimumHealthyPercent: 100, maximumPercent: 150 } },
			{ tag: '2' },
			'It could never roll: of 1 tasks 1 must stay and 1 may run (100 %, 150 %).',
		],
	])('%s', (_, changes, input, why) => {
		expect(refused(snapshot({ app: 'reg/app:1' }, changes), input)).toContain(why);
	});
});

describe('says', () => {
	const texts = (from: DeploySnapshot, input: DeployInput) =>
		plan(from, input).remarks.map(({ level, text }) => `${level}: ${text}`);

	test.each<readonly [string, Partial<Service>, string]>([
		[
			'that tasks will be missing',
			{ deploymentConfiguration: { minimumHealthyPercent: 50, maximumPercent: 100 } },
			'warning: only 2 of 4 tasks are sure to run meanwhile (min 50 %, max 100 %)',
		],
		[
			'that there is no circuit breaker',
			{},
			'warning: no circuit breaker: ECS itself would try a bad revision for ever',
		],
		[
			'that nothing will have been tried',
			{ desiredCount: 0 },
			'warning: the desired count is 0: it will succeed, and nothing will have been tried',
		],
	])('%s', (_, changes, words) => {
		const configuration = { minimumHealthyPercent: 100, maximumPercent: 200 };
		expect(
			texts(snapshot({ app: 'reg/app:1' }, { deploymentConfiguration: configuration, ...changes }), { tag: '2' }),
		).toContain(words);
	});

	test('that the deployment settings are not known, and makes none up', () => {
		const { service, ...rest } = snapshot({ app: 'reg/app:1' });
		const { deploymentConfiguration: _, ...untold } = service;
		const said = texts({ ...rest, service: untold }, { tag: '2' });
		expect(said).toContain('unknown: ECS does not tell the deployment settings of this service');
		expect(said.join()).not.toContain('circuit breaker');
	});

	test('what a tag that moves means for going back', () => {
		expect(texts(snapshot({ app: 'reg/app:1' }), { tag: 'latest' })).toContain(
			'warning: app runs whatever "latest" is then: a rollback cannot bring the old one back',
		);
	});

	test('that a stack will take it back', () => {
		const from = snapshot({ app: 'reg/app:1' });
		const base = { ...from.base, tags: [{ key: 'aws:cloudformation:stack-name', value: 'shop' }] };
		expect(texts({ ...from, base }, { tag: '2' })).toContain(
			'warning: the CloudFormation stack shop made this: its next update takes this one back',
		);
	});
});
