import { instanceName } from '../../model/container-instance.ts';
import { counted } from '../../model/counted.ts';
import { endedAt, type Task } from '../../model/task.ts';
import { lastSegment } from '../../model/arn.ts';
import { explainMessage } from '../catalogue/explain-message.ts';
import type { MessageKind } from '../catalogue/explanation.ts';
import { MINUTE } from '../evidence.ts';
import type { Diagnosed, EvidenceLine, Finding } from '../finding.ts';
import { whereOptions } from '../update-command.ts';

/** So many failures of different services on one instance are no accident; our own choice. */
const MANY = 3;

const RECENT = 60 * MINUTE;

/** What an instance does to a task, rather than the task to itself. */
const OF_THE_HOST: ReadonlySet<string> = new Set([
	'eni-provision-timeout',
	'container-runtime-timeout',
	'placement-agent',
	'host-disk-full',
	'image-disk-full',
]);

type Failure = { readonly task: Task; readonly serviceArn: string; readonly at: number; readonly reason: string };

/** Tasks of different services fail on one instance for reasons of the host, while they do not on the others. */
export function badInstance(services: readonly Diagnosed[], now: number): readonly Finding[] {
	const failures = services.flatMap((one) => failuresOf(one, now));
	const byInstance = [...Map.groupBy(failures, ({ task }) => task.containerInstanceArn ?? '')];
	return byInstance.flatMap(([arn, on]) => {
		const arns = [...new Set(on.map(({ serviceArn }) => serviceArn))];
		const elsewhere = failures.length - on.length;
		// Failures all over are no matter of one instance, nor is one where there is no other.
		if (on.length < MANY || arns.length < 2 || elsewhere * 2 > on.length || !hasOthers(services, arn)) return [];
		return [
			findingOf(
				services,
				arn,
				on.toSorted((a, b) => b.at - a.at),
			),
		];
	});
}

function failuresOf({ evidence: { service, tasks = [] } }: Diagnosed, now: number): readonly Failure[] {
	return tasks.flatMap((task) => {
		const at = endedAt(task);
		if (task.containerInstanceArn === undefined || at === undefined || now - at > RECENT) return [];
		const reason =
			ofTheHost(task.stoppedReason, 'stopped-reason') ??
			task.containers.map((one) => ofTheHost(one.reason, 'container-reason')).find((one) => one !== undefined);
		return reason === undefined ? [] : [{ task, serviceArn: service.serviceArn, at, reason }];
	});
}

/** The reason, if it is one of the host. */
function ofTheHost(reason: string | undefined, kind: MessageKind): string | undefined {
	return reason !== undefined && OF_THE_HOST.has(explainMessage(reason, kind).id) ? reason : undefined;
}

/** Whether any task is known to be well, or an instance to be there, besides this one. */
function hasOthers(services: readonly Diagnosed[], arn: string): boolean {
	return services.some(
		({ evidence: { instances = [], tasks = [] } }) =>
			instances.some(({ containerInstanceArn }) => containerInstanceArn !== arn) ||
			tasks.some(
				({ containerInstanceArn = arn, lastStatus }) => containerInstanceArn !== arn && lastStatus === 'RUNNING',
			),
	);
}

function findingOf(services: readonly Diagnosed[], arn: string, on: readonly Failure[]): Finding {
	const known = services
		.flatMap(({ evidence: { instances = [] } }) => instances)
		.find(({ containerInstanceArn }) => containerInstanceArn === arn);
	const name = known ? instanceName(known) : lastSegment(arn).slice(0, 8);
	const arns = [...new Set(on.map(({ serviceArn }) => serviceArn))];
	const service = services.find(({ evidence }) => evidence.service.serviceArn === arns[0])?.evidence.service;
	return {
		id: 'x-bad-instance',
		severity: 'warning',
		confidence: 'medium',
		sentence: `${counted(on.length, 'task')} of ${arns.length} services failed on ${name} in the last hour, and not on other instances`,
		serviceArns: arns,
		since: Math.min(...on.map(({ at }) => at)),
		evidence: on.slice(0, 5).map(line),
		ruledOut: ['Not the services: their tasks start on other instances'],
		next: service
			? [
					{
						text: `Drain ${name}: its tasks start elsewhere; then terminate it`,
						command: `aws ecs update-container-instances-state ${whereOptions(service)} --container-instances ${lastSegment(arn)} --status DRAINING`,
					},
				]
			: [],
	};
}

function line({ task, at, reason, serviceArn }: Failure): EvidenceLine {
	return {
		text: `${lastSegment(serviceArn)}: ${reason}`,
		api: 'ecs:DescribeTasks',
		at,
		serviceArn,
		place: { kind: 'task', taskArn: task.taskArn },
	};
}
