import { lastSegment } from '../../model/arn.ts';
import type { EditableContainer } from '../../model/editable-task-definition.ts';
import { safeText } from '../../model/safe-text.ts';
import type { Service } from '../../model/service.ts';
import type { TaskDefinition } from '../../model/task-definition.ts';
import type { Remark } from '../plan.ts';
import type { RunTaskInput } from './run-task-input.ts';
import { info, warning } from '../remarks.ts';

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
		info(`it runs beside those of ${serviceName}, ${where}, ${as}; no load balancer sends to it`),
		...(command || detach ? [] : [UNENDING]),
		...(command && Array.isArray(entryPoint) && entryPoint.length > 0
			? [info(safeText(`its entry point gets the command: ${JSON.stringify(entryPoint)}`))]
			: []),
		...(essential === false ? [warning(`${safeText(name)} is not essential: the task goes on when it has ended`)] : []),
		...(onFargate ? [] : [ANYWHERE]),
	];
}

const UNENDING: Remark = warning('no command is given: it does what the service does, and ends when that ends');

const ANYWHERE: Remark = info(
	"the service's own placement constraints do not hold for it, only those of the task definition",
);
