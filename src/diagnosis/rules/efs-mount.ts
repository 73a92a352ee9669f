import { shortTaskId } from '../../model/arn.ts';
import type { Task } from '../../model/task.ts';
import { aboutService } from '../about-service.ts';
import { efsVolumesOf } from '../document-of.ts';
import type { Evidence } from '../evidence.ts';
import type { Finding } from '../finding.ts';
import { startFailures } from '../start-failures.ts';
import { regionOption } from '../update-command.ts';

/** Where the rest of the text tells why; wordings of stopped reasons in public issues. */
type Detail = {
	readonly pattern: RegExp;
	readonly words: (where: string, root: string) => string;
	readonly next: string;
};

const DETAILS: readonly Detail[] = [
	{
		pattern: /Failed to resolve/iu,
		words: (where) => `has no mount target that tasks${where} can find`,
		next: 'Give it a mount target in that zone, and see that the VPC has DNS resolution and hostnames on',
	},
	{
		pattern: /access denied|permission denied/iu,
		words: () => 'refuses the mount',
		next: "See its file system policy, and the task role's elasticfilesystem:ClientMount",
	},
	{
		pattern: /No such file or directory/iu,
		words: (_where, root) => `has no directory ${root}`,
		next: 'Make that directory, or use an access point that makes it',
	},
	{
		pattern: /Connection reset|timed? ?out/iu,
		words: (where) => `does not answer tasks${where}`,
		next: 'Let the security group of its mount target take in port 2049 from that of the tasks',
	},
];

/** An EFS volume cannot be mounted: why, and in which zone, since each has a mount target of its own. */
export function efsMount(evidence: Evidence, now: number): readonly Finding[] {
	const failures = startFailures(evidence, now).filter(({ id }) => id === 'efs-mount-failed');
	const [newest] = failures;
	const detail = newest && DETAILS.find(({ pattern }) => pattern.test(newest.text));
	if (!newest || !detail) return [];
	const { service, tasks = [], taskDefinitions } = evidence;
	const volumes = efsVolumesOf(taskDefinitions?.[newest.task.taskDefinitionArn]);
	const named =
		/\bfs-[\da-f]{8,}/u.exec(newest.text)?.[0] ?? (volumes.length === 1 ? volumes[0]?.fileSystemId : undefined);
	const root = volumes.find(({ fileSystemId }) => fileSystemId === named)?.rootDirectory ?? 'of that name';
	const zones = zonesOf(failures.map(({ task }) => task));
	const well = zonesOf(tasks.filter(({ lastStatus }) => lastStatus === 'RUNNING'));
	const where = zones.length === 0 ? '' : ` in ${zones.join(', ')}`;
	return [
		aboutService(service, {
			id: 'x-efs-mount',
			severity: 'high',
			confidence: named === undefined ? 'medium' : 'high',
			sentence: `${named ?? 'the EFS file system'} ${detail.words(where, root)}`,
			since: Math.min(...failures.map(({ at }) => at)),
			evidence: [
				...failures.slice(0, 3).map(({ task, text, at }) => ({
					text: `task ${shortTaskId(task.taskArn)}${task.availabilityZone === undefined ? '' : ` in ${task.availabilityZone}`}: ${text}`,
					api: 'ecs:DescribeTasks',
					at,
					place: { kind: 'task', taskArn: task.taskArn } as const,
				})),
				...(well.length === 0 ? [] : [{ text: `tasks of it run in ${well.join(', ')}`, api: 'ecs:DescribeTasks' }]),
			],
			next: [
				{ text: detail.next },
				...(named === undefined
					? []
					: [
							{
								text: 'See its mount targets',
								command: `aws efs describe-mount-targets ${regionOption(evidence.service)} --file-system-id ${named}`,
							},
						]),
			],
			explains: ['efs-mount-failed', 'x-start-loop'],
		}),
	];
}

function zonesOf(tasks: readonly Task[]): readonly string[] {
	return [...new Set(tasks.flatMap(({ availabilityZone }) => availabilityZone ?? []))].toSorted();
}
