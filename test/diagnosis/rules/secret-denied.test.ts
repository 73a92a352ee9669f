import { expect, test } from 'vitest';
import type { Evidence } from '../../../src/diagnosis/evidence.ts';
import { secretDenied } from '../../../src/diagnosis/rules/secret-denied.ts';
import { ago, checkout, NOW } from '../checkout.ts';
import { definitions } from '../failing-checks.ts';
import { documented, neverStarted } from '../start-failing.ts';

const BARE = 'arn:aws:secretsmanager:ap-northeast-1:111122223333:secret:payments/db';
const FULL = `${BARE}-y54JnU`;
const refused = (arn: string) =>
	`ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: service call has been retried 1 time(s): failed to fetch secret ${arn} from secrets manager: AccessDeniedException: User: arn:aws:sts::111122223333:assumed-role/ecsTaskExecutionRole/14edf050 is not authorized to perform: secretsmanager:GetSecretValue on resource: ${arn} because no identity-based policy allows the secretsmanager:GetSecretValue action status code: 400, request id: 83b3`;

const evidence = (asked: string, valueFrom: string): Evidence => ({
	service: checkout(),
	tasks: [neverStarted(2, refused(asked)), neverStarted(5, refused(asked))],
	taskDefinitions: definitions(documented({ secrets: [{ name: 'DB_PASSWORD', valueFrom }] })),
});
const find = (one: Evidence) => secretDenied(one, NOW)[0];

test('the policy is what is wrong: says for which secret, and what it has to name', () => {
	const found = find(evidence(FULL, FULL));
	expect(found).toMatchObject({
		id: 'x-secret-arn',
		confidence: 'high',
		sentence: 'ecsTaskExecutionRole may not read the secret payments/db (DB_PASSWORD of app)',
		since: ago(5),
		ruledOut: [
			'Not the network: the refusal came back through it',
			'Not the ARN in the task definition: it is the one that was asked for; the policy is what is wrong',
		],
		next: [
			{ text: `Let ecsTaskExecutionRole do secretsmanager:GetSecretValue on ${BARE}-??????` },
			{ text: `A policy on ${BARE} does not cover it: AWS puts six characters behind the name` },
		],
	});
	expect(found?.explains).toContain('secret-access-denied');
	expect(found?.next[0]?.command).toBe(
		`aws iam put-role-policy --role-name ecsTaskExecutionRole --policy-name read-payments-db --policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"secretsmanager:GetSecretValue","Resource":"${BARE}-??????"}]}'`,
	);
});

test('a JSON key behind the ARN is no part of it', () => {
	expect(find(evidence(FULL, `${FULL}:password::`))?.ruledOut).toHaveLength(2);
});

test('the task definition leaves the suffix out: says so, and how to name it', () => {
	const found = find(evidence(BARE, BARE));
	expect(found?.sentence).toBe(
		'ecsTaskExecutionRole may not read the secret payments/db (DB_PASSWORD of app), which the task definition names without the six characters at its end',
	);
	expect(found?.next.at(-1)?.text).toBe(`Name it in full in the task definition: ${BARE}-??????`);
	expect(find(evidence(FULL, BARE))?.next.at(-1)?.text).toBe(`Name it in full in the task definition: ${FULL}`);
});

test('the older wording on EC2 is understood', () => {
	const text = `Asm fetching secret from the service for ${FULL}: AccessDeniedException: User: arn:aws:sts::111122223333:assumed-role/ecsTaskExecutionRole/14ed is not authorized to perform: secretsmanager:GetSecretValue on resource: ${FULL} status code: 400, request id: 83b3a590`;
	const containers = [{ name: 'app', lastStatus: 'STOPPED', reason: text }];
	const tasks = [neverStarted(2, 'Task failed to start', { containers })];
	expect(find({ ...evidence(FULL, FULL), tasks })?.sentence).toMatch(/may not read the secret payments\/db/u);
});

test('a parameter has no suffix', () => {
	const arn = 'arn:aws:ssm:ap-northeast-1:111122223333:parameter/shop/flags';
	const text = `AccessDeniedException: User: arn:aws:sts::111122223333:assumed-role/exec/1 is not authorized to perform: ssm:GetParameters on resource: ${arn} because no identity-based policy allows it`;
	const found = find({ ...evidence(FULL, '/shop/flags'), tasks: [neverStarted(2, text)] });
	expect(found?.sentence).toBe('exec may not read the secret /shop/flags (DB_PASSWORD of app)');
	expect(found?.next.map((step) => step.text)).toEqual([`Let exec do ssm:GetParameters on ${arn}`]);
});

test('without the task definition it says what the text says', () => {
	const found = find({ ...evidence(FULL, FULL), taskDefinitions: undefined });
	expect(found).toMatchObject({
		confidence: 'medium',
		sentence: 'ecsTaskExecutionRole may not read the secret payments/db',
		ruledOut: ['Not the network: the refusal came back through it'],
	});
});

test('a text that is cut before the ARN, another refusal, or none, is not its matter', () => {
	const tasks = (text: string) => ({ ...evidence(FULL, FULL), tasks: [neverStarted(2, text)] });
	expect(find(tasks(refused(FULL).slice(0, 120)))).toBeUndefined();
	expect(find(tasks('AccessDeniedException: Access to KMS is not allowed status code: 400'))).toBeUndefined();
	expect(find({ service: checkout() })).toBeUndefined();
});
