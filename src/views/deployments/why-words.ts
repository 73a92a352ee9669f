import { deploymentFailure } from '../../diagnosis/deployment-failure.ts';
import type { Rollout } from '../../diagnosis/deployment-story.ts';
import { rollbackWords } from '../../diagnosis/rollout-words.ts';
import type { ServiceDeployment } from '../../model/deployment-history.ts';
import { primaryDeployment } from '../../model/service.ts';
import { serviceEvidence } from '../../store/service-evidence.ts';
import { moment } from '../clock.ts';
import type { ViewContext } from '../pane.ts';
import { selectedService } from '../scope.ts';

/** `tasks failed to start; rolled back to :42 at 16:06:27`: why a rollout failed, and what came of it. */
export function whyWords(
	{ createdAt, status, statusReason }: ServiceDeployment,
	story: readonly Rollout[],
	context: ViewContext,
): string {
	const rollout = story.find(({ startedAt }) => startedAt === createdAt);
	const why = rollout?.why ?? statusReason ?? (status === 'IN_PROGRESS' ? underWay(context) : undefined);
	if (!rollout?.rollback) return why ?? '';
	const at = moment(rollout.rollback.startedAt, context.now, context.settings.utc);
	const back = `${rollbackWords({ ...rollout, to: undefined })} at ${at}`;
	return why === undefined ? back : `${why}; ${back}`;
}

/** Why the deployment that is under way fails: the history does not say so before it is over. */
function underWay(context: ViewContext): string | undefined {
	const service = selectedService(context);
	const primary = service && primaryDeployment(service);
	return primary && deploymentFailure(primary, serviceEvidence(context.picture, service).tasks ?? []);
}
