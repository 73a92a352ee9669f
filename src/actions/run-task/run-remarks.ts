import { lastSegment } from '../../model/arn.ts';
import type { EditableContainer } from '../../model/editable-task-definition.ts';
import { safeText } from '../../model/safe-text.ts';
import type { Service } from '../../model/service.ts';
import type { TaskDefinition } from '../../model/task-definition.ts';
import type { Remark } from '../plan.ts';
import type { RunTaskInput } from './run-task-input.ts';

/** What follows from running such a task. */
export function runRemarks(
	{ serviceName, launchType, capacityProviderStrategy, network }: Service,
	{ document }: TaskDefinition,
	{ name, essential, entryPoint }: EditableContainer,
	{ command, detach }: RunTaskInput,
): readonly Remark[] {
	const role = document['taskRoleArn'];
	const as = typeof role === 'string' ? `with the role ${safeText(lastSegment(role))}` : 'without a task role';
	const where = network ? 'in their network' : 'on an instance of the cluster';
	const onFargate =
		launchType === 'FARGATE' ||
		(capacityProviderStrategy.length > 0 &&
			capacityProviderStrategy.every(({ capacityProvider }) => capacityProvider.startsWith('FARGATE')));
	return [
		{
			level: 'info',
			text: `it runs beside those of ${serviceName}, ${where}, ${as}; no load balancer sends to it`,
		},
		...(command || detach ? [] : [UNENDING]),
		...(command && Array.isArray(entryPoint) && entryPoint.length > 0
			? [{ level: 'info', text: safeText(`its entry point gets the command: ${JSON.stringify(entryPoint)}`) } as const]
			: []),
		...(essential === false
			? [{ level: 'warning', text: `${safeText(name)} is not essential: the task goes on when it has ended` } as const]
			: []),
		...(onFargate ? [] : [ANYWHERE]),
	];
}

const UNENDING: Remark = {
	level: 'warning',
	text: 'no command is given: it does what the service does, and ends when that ends',
};

const ANYWHERE: Remark = {
	level: 'info',
	text: "the service's own placement constraints do not hold for it, only those of the task definition",
};
