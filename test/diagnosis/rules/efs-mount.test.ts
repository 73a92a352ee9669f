import { expect, test } from 'vitest';
import { efsMount } from '../../../src/diagnosis/rules/efs-mount.ts';
import { aTask } from '../../fixtures/a-service.ts';
import { checkout, NOW } from '../checkout.ts';
import { definitions } from '../failing-checks.ts';
import { documented, neverStarted } from '../start-failing.ts';

// Stopped reasons of public issues.
const stopped = (stderr: string, code = 1) =>
	`ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes: stderr: ${stderr} : unsuccessful EFS utils command execution; code: ${code}`;
const UNRESOLVED = stopped(
	'Failed to resolve "fs-06642d00e4ec726.efs.ap-northeast-1.amazonaws.com" - check that your file system ID is correct, and ensure that the VPC has an EFS mount target for this file system ID.',
);
const RESET = stopped("b'mount.nfs4: Connection reset by peer'", 32);
const MISSING = stopped(
	"b'mount.nfs4: mounting 127.0.0.1:/data failed, reason given by server: No such file or directory'",
	32,
);
const volumes = [
	{ name: 'data', efsVolumeConfiguration: { fileSystemId: 'fs-0867a83d8ed398433', rootDirectory: '/data' } },
];

const find = (text: string, others: readonly ReturnType<typeof aTask>[] = []) =>
	efsMount(
		{
			service: checkout(),
			tasks: [neverStarted(2, text, { availabilityZone: 'ap-northeast-1a' }), ...others],
			taskDefinitions: definitions(documented({}, { volumes })),
		},
		NOW,
	)[0];

test('no mount target: names the file system and the zone, and where it works', () => {
	const well = aTask('checkout', 'well', { availabilityZone: 'ap-northeast-1c' });
	const found = find(UNRESOLVED, [well]);
	expect(found).toMatchObject({
		id: 'x-efs-mount',
		sentence: 'fs-06642d00e4ec726 has no mount target that tasks in ap-northeast-1a can find',
		next: [
			{},
			{ command: 'aws efs describe-mount-targets --region ap-northeast-1 --file-system-id fs-06642d00e4ec726' },
		],
	});
	expect(found?.evidence.at(-1)?.text).toBe('tasks of it run in ap-northeast-1c');
	expect(found?.explains).toContain('efs-mount-failed');
});

test('a text that names no file system is about the only one', () => {
	expect(find(RESET)?.sentence).toBe('fs-0867a83d8ed398433 does not answer tasks in ap-northeast-1a');
	expect(find(RESET)?.next[0]?.text).toMatch(/port 2049/u);
	expect(find(MISSING)?.sentence).toBe('fs-0867a83d8ed398433 has no directory /data');
});

test('without the task definition or a zone it says what is left', () => {
	const found = efsMount({ service: checkout(), tasks: [neverStarted(2, RESET)] }, NOW)[0];
	expect(found).toMatchObject({ confidence: 'medium', sentence: 'the EFS file system does not answer tasks' });
});

test('a detail that is cut off, or another failure, is not its matter', () => {
	expect(find(stopped(''))).toBeUndefined();
	expect(find('CannotPullContainerError: i/o timeout')).toBeUndefined();
	expect(efsMount({ service: checkout() }, NOW)).toEqual([]);
});
