import type { ServiceDeployment } from '../model/deployment-history.ts';
import { stageWords } from '../model/rollout.ts';
import { colon } from './colon.ts';
import type { Evidence } from './evidence.ts';

/** The service deployment that is on its way, as ecs:DescribeServiceDeployments tells it. */
export function deploymentNow({ history = [] }: Evidence): ServiceDeployment | undefined {
	return history.find(({ status }) => status === 'PENDING' || status === 'IN_PROGRESS');
}

/** `canary of :44 at baking, 10 % of the traffic`; undefined of a rolling one, which has no stages. */
export function stageOf({
	strategy,
	lifecycleStage,
	targetTaskDefinition,
	target,
}: ServiceDeployment): string | undefined {
	if (lifecycleStage === undefined) return undefined;
	const what =
		{ CANARY: 'canary', LINEAR: 'linear deploy', BLUE_GREEN: 'blue/green deploy' }[strategy ?? ''] ?? 'deploy';
	const which = targetTaskDefinition === undefined ? '' : ` of ${colon(targetTaskDefinition)}`;
	const share = target?.productionTraffic;
	return `${what}${which}: ${stageWords(lifecycleStage)}${share === undefined ? '' : `, ${share} % of the traffic`}`;
}

/** The hook that keeps a deployment waiting for somebody (ECS API reference, LifecycleHook: PAUSE). */
export function pauseOf({ hooks = [] }: ServiceDeployment) {
	return hooks.find(({ targetType, status }) => targetType === 'PAUSE' && status === 'AWAITING_ACTION');
}
