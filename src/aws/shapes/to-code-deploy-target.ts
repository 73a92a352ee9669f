import type * as codedeploy from '@aws-sdk/client-codedeploy';
import type { CodeDeployTarget } from '../../model/code-deploy.ts';
import { defined } from './defined.ts';
import { epochMs, list, requiredText, text } from './scalars.ts';

export function toCodeDeployTarget(target: codedeploy.ECSTarget | undefined): CodeDeployTarget {
	return {
		lifecycleEvents: list(target?.lifecycleEvents).map(({ lifecycleEventName, status, startTime, diagnostics }) =>
			defined({
				name: requiredText(lifecycleEventName),
				status: requiredText(status),
				startedAt: epochMs(startTime),
				message: text(diagnostics?.message) || text(diagnostics?.logTail),
			}),
		),
		taskSets: list(target?.taskSetsInfo).map((set) =>
			defined({
				// AWS spells it so.
				id: requiredText(set.identifer),
				desiredCount: set.desiredCount ?? 0,
				runningCount: set.runningCount ?? 0,
				pendingCount: set.pendingCount ?? 0,
				trafficWeight: set.trafficWeight,
			}),
		),
	};
}
