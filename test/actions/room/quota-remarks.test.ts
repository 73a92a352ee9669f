import { expect, test } from 'vitest';
import { quotaRemarks } from '../../../src/actions/room/quota-remarks.ts';
import type { FargateQuota } from '../../../src/model/fargate-quota.ts';
import { taskNeeds } from '../../../src/model/task-needs.ts';
import { failing } from '../../store/fake-aws.ts';

const wanted = { more: 2, needs: taskNeeds({ cpu: '1024', memory: '2048' }) };
const remarks = (...quotas: readonly FargateQuota[]) =>
	quotaRemarks(
		quotas.map((value) => ({ value })),
		wanted,
	).map(({ level, text }) => `${level}: ${text}`);

test('a quota that leaves enough is good, to the last vCPU', () => {
	expect(remarks({ kind: 'on-demand', vcpus: 4000, used: 12.25 })).toEqual([
		'good: Fargate has 12.25 of 4000 vCPUs in use',
	]);
	expect(remarks({ kind: 'spot', vcpus: 40, used: 38 })).toEqual(['good: Fargate Spot has 38 of 40 vCPUs in use']);
});

test('one that does not is warned of, with what is needed', () => {
	expect(remarks({ kind: 'on-demand', vcpus: 40, used: 39 })).toEqual([
		'warning: 2 more tasks need 2 vCPU; Fargate has 39 of 40 vCPUs in use',
	]);
	expect(remarks({ kind: 'on-demand', vcpus: 1 })).toEqual([
		'warning: 2 more tasks need 2 vCPU; the quota of Fargate is 1 vCPU',
	]);
});

test('where two kinds share the tasks, each may get all of them', () => {
	expect(remarks({ kind: 'on-demand', vcpus: 40, used: 39 }, { kind: 'spot', vcpus: 40, used: 3 })).toEqual([
		'warning: 2 more tasks need up to 2 vCPU; Fargate has 39 of 40 vCPUs in use',
		'good: Fargate Spot has 3 of 40 vCPUs in use',
	]);
});

test('what is in use is unknown without a count, and all of it without the permission', () => {
	expect(remarks({ kind: 'on-demand', vcpus: 40 })).toEqual([
		'unknown: quota of Fargate: 40 vCPUs; how many are in use CloudWatch does not tell',
	]);
	const { failure } = failing('denied', { service: 'servicequotas', operation: 'GetServiceQuota' });
	expect(quotaRemarks([{ failure }], wanted)).toEqual([
		{ level: 'unknown', text: 'quota of Fargate: no permission to look (servicequotas:GetServiceQuota)' },
	]);
});
