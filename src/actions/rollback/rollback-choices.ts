import type { RevisionImage } from '../../model/deployment-history.ts';
import type { DeploySnapshot } from '../deploy/deploy-snapshot.ts';
import { seen } from '../look.ts';

/** A revision that has succeeded, and can be gone back to. */
export type RollbackChoice = {
	/** ARN. */
	readonly taskDefinition: string;
	/** What it ran the last time; empty where ECS does not tell. */
	readonly images: readonly RevisionImage[];
	/** When it was rolled out the last time, epoch ms. */
	readonly deployedAt: number | undefined;
};

/** The revisions that were rolled out whole, the last one first, without the present one; none where the history is not seen. */
export function rollbackChoices({ service, history }: DeploySnapshot): readonly RollbackChoice[] {
	const chosen = new Map<string, RollbackChoice>();
	for (const { status, targetTaskDefinition, targetImages = [], finishedAt, createdAt } of seen(history) ?? []) {
		if (status !== 'SUCCESSFUL' || targetTaskDefinition === undefined || chosen.has(targetTaskDefinition)) continue;
		chosen.set(targetTaskDefinition, {
			taskDefinition: targetTaskDefinition,
			images: targetImages,
			deployedAt: finishedAt ?? createdAt,
		});
	}
	chosen.delete(service.taskDefinition);
	return [...chosen.values()];
}
