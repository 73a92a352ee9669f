import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BLOCKS } from '../../../src/diagnosis/catalogue/blocks.ts';
import { explainMessage } from '../../../src/diagnosis/catalogue/explain-message.ts';
import { MESSAGE_KINDS, type MessageKind } from '../../../src/diagnosis/catalogue/explanation.ts';

type Vector = { readonly kind: MessageKind; readonly text: string; readonly expect: string };

/** Messages that AWS really wrote, with the place where each was found. */
const VECTORS = readFileSync(new URL('../../fixtures/messages.jsonl', import.meta.url), 'utf8')
	.trim()
	.split('\n')
	.map((line) => JSON.parse(line) as Vector);

/** Of anybody's: without knowing that AWS wrote them they mean nothing. */
const NEEDS_KIND = new Set([
	'Health checks failed',
	'Request timed out',
	'INACTIVE',
	'LOCATION',
	'MISSING',
	'"StatusMessage": "Failed to set desired count to 30",',
	'Error response from daemon: Get https://111122223333.dkr.ecr.us-east-1.amazonaws.com/v2/: net/http: request canceled while waiting for connection',
]);

/** Where a text of ECS may turn up: each passes it to the others. */
const OF_ECS: readonly MessageKind[] = [
	'service-event',
	'stopped-reason',
	'container-reason',
	'deployment-reason',
	'run-task-failure',
	'placement-failure-reason',
	'api-error',
];

/** Texts that are none of ECS's, or that anybody may have written. */
const NONE = readFileSync(new URL('../../fixtures/not-messages.jsonl', import.meta.url), 'utf8')
	.trim()
	.split('\n')
	.map((line) => JSON.parse(line) as Pick<Vector, 'text'> & Partial<Vector>);

describe('tells what a message of AWS means', () => {
	test.each(VECTORS)('$expect: $text', ({ kind, text, expect: id }) => {
		expect(explainMessage(text, kind).id).toBe(id);
		expect(explainMessage(text).id).toBe(NEEDS_KIND.has(text) ? 'unknown' : id);
	});

	test.each(VECTORS.filter(({ text }) => !NEEDS_KIND.has(text)))(
		'wherever it was found: $text',
		({ text, expect: id }) => {
			expect(OF_ECS.map((kind) => explainMessage(text, kind).id)).toEqual(OF_ECS.map(() => id));
		},
	);

	test.each(VECTORS)('in words without gaps: $text', ({ kind, text }) => {
		const { title, short, cause, next } = explainMessage(text, kind);
		expect(JSON.stringify([title, short, cause, next])).not.toMatch(
			/undefined|null|\(\)|\[\]"|''|  |<(?:arn|url|name)>/u,
		);
	});
});

test('has something to say and something to do for each of its entries, and no full stop in a title', () => {
	for (const { entries } of BLOCKS) {
		for (const entry of entries) {
			const cause = typeof entry.cause === 'string' ? entry.cause : entry.cause({});
			const title = typeof entry.title === 'function' ? entry.title({}) : entry.title;
			const next = typeof entry.next === 'function' ? entry.next({}) : entry.next;
			expect(`${entry.id}: ${cause}`).toMatch(/[.?]$/u);
			expect(`${entry.id}: ${title ?? entry.short} ${cause}`).not.toContain('undefined');
			expect(`${entry.id}: ${title ?? entry.short}`).not.toMatch(/\.$/u);
			expect(`${entry.id}: ${next.join(' ')}`).toMatch(/[.?]$/u);
		}
	}
});

describe('reads out of the text', () => {
	test.each<readonly [text: string, fields: Readonly<Record<string, string>>]>([
		[
			'(service shop) (port 8000) is unhealthy in (target-group arn:aws:elasticloadbalancing:us-west-2:111122223333:targetgroup/shop/555a) due to (reason Health checks failed with these codes: [404]).',
			{
				service: 'shop',
				port: '8000',
				targetGroup: 'arn:aws:elasticloadbalancing:us-west-2:111122223333:targetgroup/shop/555a',
				reason: 'Health checks failed with these codes: [404]',
				statusCode: '404',
			},
		],
		['service (shop) has reached a steady state.', { service: 'shop' }],
		['service [shop-*] has reached a steady state.', { service: 'shop-*' }],
		[
			'(service shop, taskSet ecs-svc/12) (task abc) is unhealthy in (target-group x) due to (reason Request timed out)',
			{
				service: 'shop',
				taskSet: 'ecs-svc/12',
				task: 'abc',
				targetGroup: 'x',
				reason: 'Request timed out',
			},
		],
		[
			'(service shop) (deployment ecs-svc/9) deployment failed: alarm detected.',
			{ service: 'shop', deployment: 'ecs-svc/9' },
		],
		['(service shop) rolling back to deployment ecs-svc/123.', { service: 'shop', deployment: 'ecs-svc/123' }],
		[
			'CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref docker.io/shop/web:7: not found',
			{
				image: 'docker.io/shop/web:7',
			},
		],
	])('%s', (text, fields) => {
		expect(explainMessage(text).fields).toEqual(fields);
	});

	test('the role, the secret and what is missing, and says so', () => {
		const secret = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-password-b2fPcF';
		const told = explainMessage(
			'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to ' +
				`retrieve secret from asm: service call has been retried 1 time(s): failed to fetch secret ${secret} from secrets ` +
				'manager: AccessDeniedException: User: arn:aws:sts::111122223333:assumed-role/shop-execution/0a is not authorized to ' +
				`perform: secretsmanager:GetSecretValue on resource: ${secret} because no identity-based policy allows it`,
		);
		expect(told).toMatchObject({
			id: 'secret-access-denied',
			title: 'The role shop-execution may not read the secret db-password-b2fPcF',
			fields: { role: 'shop-execution', secret, action: 'secretsmanager:GetSecretValue', resource: secret },
		});
		expect(told.cause).toContain('six random characters');
	});
});

describe('recognises a message however it is shown:', () => {
	const EVENT =
		'(service checkout) was unable to place a task because no container instance met all of its requirements. The closest ' +
		'matching (container-instance 0a1b) is already using a port required by your task.';
	const PULL = 'CannotPullContainerError: ref pull has been retried 1 time(s): failed to resolve ref x: not found';
	test.each<readonly [how: string, text: string, id: string]>([
		['with curly quotes', 'The task can’t pull the image. Check whether the image exists. x', 'image-not-found'],
		['wrapped at spaces', EVENT.replaceAll(' requirements', '\n      requirements'), 'placement-port'],
		['with hard spaces', EVENT.replaceAll(' ', '\u00a0'), 'placement-port'],
		[
			'in the table of the AWS CLI',
			`-------\n|  DescribeServices  |\n||  createdAt |  2026-09-01T10:00:00Z  ||\n||  message   |  ${EVENT}  ||\n+-----+---+`,
			'placement-port',
		],
		['as JSON', `"message": "${EVENT}",`, 'placement-port'],
		['with its time', `2026-09-01T10:00:00.123000+00:00 ${EVENT}`, 'placement-port'],
		['without the service', EVENT.replace('(service checkout) ', ''), 'placement-port'],
		['with colours', `\u001B[31m${EVENT}\u001B[0m`, 'placement-port'],
		['cut before what decides', EVENT.slice(0, 170), 'placement-generic'],
		['cut in the middle of a pull', PULL.slice(0, 60), 'image-pull-failed'],
		['as a service says it', `(service shop) was unable to place a task. Reason: ${PULL}.`, 'image-not-found'],
		['as a task says it', `TaskFailedToStart: ${PULL}`, 'image-not-found'],
	])('%s', (_, text, id) => {
		expect(explainMessage(text).id).toBe(id);
	});
});

describe('of several events', () => {
	const [started, failed] = [
		'(service shop) has started 1 tasks: (task 0a).',
		'(service shop) (deployment ecs-svc/1) deployment failed: tasks failed to start.',
	];
	test.each([`${started}\n${failed}`, `${started} ${failed}`, `${failed}\n${started}`])(
		'tells the worst: %j',
		(text) => {
			expect(explainMessage(text).id).toBe('deployment-circuit-breaker');
		},
	);
});

describe('cut short, a message', () => {
	/** What is told of the beginning, where what decides comes later (Fargate cuts long reasons). */
	const GENERAL = new Set(
		(
			'unknown resource-init-failed secret-init-failed image-pull-failed log-driver-init-failed container-start-failed ' +
			'container-create-failed container-inspect-failed placement-generic essential-container-exited task-failed-to-start ' +
			'deployment-failed service-tasks-started container-sigkill'
		).split(' '),
	);
	const LONG = VECTORS.filter(({ text }) => text.length > 60);
	test.each(LONG)('is what it is, or what begins so: $text', ({ kind, text, expect: id }) => {
		const told = [0.3, 0.5, 0.7, 0.9].map(
			(part) => explainMessage(text.slice(0, Math.floor(part * text.length)), kind).id,
		);
		// Access that is denied may be that to the key: the text says it at its very end.
		const may = new Set([id, ...(id === 'secret-kms-denied' ? ['secret-access-denied'] : []), ...GENERAL]);
		expect(told.filter((each) => !may.has(each))).toEqual([]);
	});
});

describe('is no guess:', () => {
	test.for<readonly [what: string, text: string, kind?: MessageKind]>([
		['nothing at all', ''],
		['an error of the application', 'ERROR user 42 not found'],
		['a timeout of the application', 'dial tcp 10.0.3.7:5432: i/o timeout'],
		['a timeout in a log', 'dial tcp 10.0.3.7:5432: i/o timeout', 'container-log'],
		['a stack trace', 'java.lang.OutOfMemoryError: Java heap space'],
		['an error of JavaScript', 'InternalError: too much recursion'],
		[
			'a permission that the application lacks',
			'AccessDeniedException: User: arn:aws:sts::1:assumed-role/shop/x is not authorized to perform: secretsmanager:GetSecretValue on resource: y',
		],
		['a log group that the application asks for', 'ResourceNotFoundException: The specified log group does not exist.'],
		['a program that somebody calls', 'exec: "ffmpeg": executable file not found in $PATH'],
		['a disk that is full somewhere', 'write /data/orders.db: no space left on device'],
		['a container log that quotes ECS', 'CannotPullContainerError: x', 'container-log'],
		['a word', 'AGENTS'],
		['a bare number', '404'],
		['a state', 'INACTIVE'],
		['a person who stops a task', 'not found in prod any more, bob', 'stopped-reason'],
		['a person who rolls back', 'rolling back to deployment of yesterday', 'stopped-reason'],
		['a person who names a check', 'Task failed ELB health checks last night, trying a restart', 'stopped-reason'],
		['a person who counts', '1 task too many', 'stopped-reason'],
		['a person who debugs', 'exit 1 again, looking into it', 'stopped-reason'],
		['an event that is new', '(service shop) has done something that nobody has seen'],
		['an event of a service with a telling name', '(service AGENT) has done something new'],
		['a deployment of another system', 'deployment foo in progress'],
		[
			'an error of another API',
			'An error occurred (ResourceNotFoundException) when calling the GetItem operation: Requested resource not found',
		],
	])('%s', ([, text, kind]) => {
		expect(explainMessage(text, kind)).toMatchObject({ id: 'unknown', severity: 'info' });
	});

	test.each(NONE)('%j', ({ text, kind }) => {
		expect(explainMessage(text, kind)).toMatchObject({ id: 'unknown', severity: 'info' });
	});

	test('the name of a service or an image decides nothing', () => {
		expect(explainMessage('(service is-unhealthy-in-RESOURCE-CPU) has reached a steady state.').id).toBe(
			'service-steady',
		);
		const ref = 'docker.io/toomanyrequests/not-found-403-Forbidden:1';
		expect(
			explainMessage(`CannotPullContainerError: failed to resolve ref "${ref}": dial tcp 1.2.3.4:443: i/o timeout`).id,
		).toBe('image-pull-network');
		expect(explainMessage(`CannotPullContainerError: failed to resolve ref "${ref}"`).id).toBe('image-pull-failed');
	});

	test('an unknown text is given back with it', () => {
		expect(explainMessage('something new').fields).toEqual({ text: 'something new' });
	});
});

describe('stands anything:', () => {
	test('any text, with any kind', () => {
		const pieces = fc.constantFrom(
			...VECTORS.map(({ text }) => text),
			'(service ',
			' (reason ',
			'exec: "',
			'\n| message | ',
			'"',
		);
		const text = fc
			.array(fc.oneof(pieces, fc.string({ unit: 'binary' })), { maxLength: 6 })
			.map((parts) => parts.join(''));
		fc.assert(
			fc.property(text, fc.option(fc.constantFrom(...MESSAGE_KINDS), { nil: undefined }), (message, kind) => {
				const told = explainMessage(message, kind);
				expect(told.next.length).toBeGreaterThan(0);
				// eslint-disable-next-line no-control-regex
				expect(Object.values(told.fields).join('')).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/u);
			}),
		);
	});

	// Of 100 kB, an expression that goes back over what it has read would not end within this test's time.
	test.each(
		[
			...VECTORS.map(({ text }) => text),
			' ',
			'(',
			'a',
			'"',
			'\n',
			'| ',
			'(service x) ',
			'exec: "',
			'no container instance met all of its requirements.',
		].map((text) => [text] as const),
	)('100 kB of %j', (text) => {
		const long = text.repeat(Math.ceil(100_000 / text.length));
		expect(explainMessage(long).fields['text']?.length ?? 0).toBeLessThanOrEqual(8192);
		expect(explainMessage(long.slice(0, 100_000), 'service-event').id).toMatch(/^[a-z-]+$/u);
	});
});
