import { expect, test } from 'vitest';
import { changeText } from '../../src/actions/change-text.ts';
import { planDeploy } from '../../src/actions/deploy/plan-deploy.ts';
import { planEnableExec } from '../../src/actions/enable-exec/plan-enable-exec.ts';
import { isRefusal, type Plan, type Refusal } from '../../src/actions/plan.ts';
import { planRunTask } from '../../src/actions/run-task/plan-run-task.ts';
import { safeText } from '../../src/model/safe-text.ts';
import { aSnapshot } from './deploy/a-snapshot.ts';

/** Moves the cursor, in seven bits and in eight, and reorders what follows. */
const EVIL = 'app\u001b[2J\u009b2J\u202e';
const IMAGE = `reg.example.com/app:latest`;

const digest = `sha256:${'a'.repeat(64)}`;
const found = { found: { digest, tags: [] }, platforms: { value: ['linux/arm64'] } };
const evil = {
	...aSnapshot({ [EVIL]: IMAGE, agent: 'reg.example.com/agent:1' }, {}, { taskRoleArn: `arn:aws:iam::1:role/${EVIL}` }),
	images: new Map([['reg.example.com/app:2', found]]),
};
const withTags = { ...evil, base: { ...evil.base, tags: [{ key: 'aws:cloudformation:stack-name', value: EVIL }] } };
const large = aSnapshot({}, {}, { containerDefinitions: [{ name: EVIL, image: IMAGE, memory: 9999 }] });
const execOff = { ...evil, service: { ...evil.service, enableExecuteCommand: false } };
const noImage = aSnapshot({ app: EVIL });
const document = { ...evil.base.document, containerDefinitions: [{ name: EVIL, image: IMAGE, essential: false }] };
const definition = {
	taskDefinitionArn: 'arn:aws:ecs:eu-west-1:1:task-definition/checkout:43',
	status: 'ACTIVE',
	cpu: '512',
	memory: '1024',
	document,
	containerDefinitions: [],
} as unknown as Parameters<typeof planRunTask>[0]['definition'];

const PLANNED: readonly (readonly [string, () => Plan | Refusal])[] = [
	['a deployment', () => planDeploy(withTags, { image: 'reg.example.com/app:2' })],
	['a deployment that is forced', () => planDeploy(withTags, { force: true })],
	['a question which container is meant', () => planDeploy(evil, { tag: '2', containers: ['web'] })],
	['a container that does not fit', () => planDeploy(large, { force: true })],
	['an image that cannot be read', () => planDeploy(noImage, { tag: '2' })],
	['ECS Exec', () => planEnableExec(execOff, {})],
	[
		'a task that is run',
		() => planRunTask({ service: evil.service, definition, ours: [] }, { command: [EVIL], token: 'x'.repeat(36) }),
	],
];

test.each(PLANNED)('%s says nothing that a terminal would obey', (_, plan) => {
	const planned = plan();
	const texts = isRefusal(planned)
		? [planned.refused, planned.instead]
		: [
				planned.title,
				...planned.differences.flatMap(({ what, before, after }) => [what, before, after]),
				...planned.remarks.map(({ text }) => text),
				...planned.changes.map(changeText),
			];
	expect(texts.join('')).toContain('app');
	expect(texts).toEqual(texts.map((text) => safeText(text)));
});
