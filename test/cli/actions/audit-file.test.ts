import { appendFileSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import type { AuditEntry } from '../../../src/actions/audit.ts';
import { auditFile } from '../../../src/cli/actions/audit-file.ts';
import { readAudit } from '../../../src/cli/actions/read-audit.ts';

let path: string;

beforeEach(() => {
	const folder = mkdtempSync(join(tmpdir(), 'deckwatch-'));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	path = join(folder, 'deckwatch', 'audit.jsonl');
});

const entry = (id: string, text = ''): AuditEntry => ({
	id,
	time: '2026-03-14T12:00:00.000Z',
	identity: undefined,
	verb: 'scale',
	account: '111122223333',
	region: 'ap-northeast-1',
	clusterArn: 'arn',
	clusterName: 'prod',
	serviceArn: 'arn',
	serviceName: 'checkout',
	event: 'ended',
	outcome: { state: 'done', text },
});

test('several writers at once do not write into each other', async () => {
	const ids = Array.from({ length: 120 }, (_, index) => `action-${index}`);
	const [one, other] = [auditFile(path), auditFile(path)];
	// Lines of very different lengths: one as long as a task definition.
	await Promise.all(
		ids.map((id, index) => (index % 2 === 0 ? one : other).append(entry(id, 'x'.repeat((index % 5) * 20_000)))),
	);
	const { entries, unreadable } = await readAudit(path);
	expect(unreadable).toEqual([]);
	expect(entries.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
});

test('a line that was cut off does not take the next one with it', async () => {
	const log = auditFile(path);
	await log.append(entry('one'));
	appendFileSync(path, '{"id":"torn","event":"sen');
	await log.append(entry('two'));
	await log.append(entry('three'));
	const { entries, unreadable } = await readAudit(path);
	expect(entries.map(({ id }) => id)).toEqual(['one', 'two', 'three']);
	expect(unreadable).toEqual([2]);
});

test('only its owner may read it', async () => {
	await auditFile(path).append(entry('one'));
	expect(statSync(path).mode & 0o777).toBe(0o600);
});
