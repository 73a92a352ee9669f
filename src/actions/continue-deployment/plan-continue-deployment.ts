import { familyRevision } from '../../model/arn.ts';
import type { LifecycleHook, ServiceDeployment } from '../../model/deployment-history.ts';
import type { Service } from '../../model/service.ts';
import type { CodeDeploySnapshot } from '../code-deploy/code-deploy-snapshot.ts';
import { planContinueCodeDeploy } from '../code-deploy/continue-code-deploy.ts';
import { unseen, type Look } from '../look.ts';
import { minuteText } from '../minute-text.ts';
import type { Plan, Refusal, Remark } from '../plan.ts';
import { subjectOf } from '../subject.ts';
import { info } from '../remarks.ts';

/** What a deployment that waits is to do: go on, or go back. */
export type ContinueDeploymentInput = { readonly rollback?: boolean };

/** What has to be known to answer a deployment that waits. */
export type ContinueDeploymentSnapshot = {
	readonly service: Service;
	/** Newest first. */
	readonly history: Look<readonly ServiceDeployment[]>;
	/** Of a service that CodeDeploy deploys. */
	readonly codeDeploy?: CodeDeploySnapshot;
};

type PausedHook = LifecycleHook & { readonly hookId: string };

/** Answers the hooks that a deployment is paused at. */
export function planContinueDeployment(
	{ service, history, codeDeploy }: ContinueDeploymentSnapshot,
	input: ContinueDeploymentInput,
): Plan<ContinueDeploymentInput> | Refusal {
	if (codeDeploy) return planContinueCodeDeploy({ service, codeDeploy }, input);
	const { serviceName } = service;
	if ('failure' in history) {
		const { failure } = history;
		return { refused: `${unseen('deployments', history)}.`, instead: failure.next, failure };
	}
	const paused = history.value.find((one) => pausedHooks(one).length > 0);
	if (!paused) return notPaused(serviceName, history.value[0]);
	const { serviceDeploymentArn, lifecycleStage = 'a lifecycle hook', targetTaskDefinition } = paused;
	const hooks = pausedHooks(paused);
	const subject = subjectOf(service);
	const back = paused.sourceTaskDefinitions.map(familyRevision).join(', ') || 'what was before';
	// One refusal takes the whole deployment back; to go on, each hook has to be answered.
	const answered = input.rollback ? hooks.slice(0, 1) : hooks;
	return {
		verb: 'continue-deployment',
		title: `${input.rollback ? 'Roll back' : 'Continue'} the deployment of ${serviceName}`,
		subject,
		input,
		differences: [
			{
				what: `deployment of ${familyRevision(targetTaskDefinition ?? service.taskDefinition)}`,
				before: `paused at ${lifecycleStage}`,
				after: input.rollback ? `rolled back to ${back}` : 'goes on',
			},
		],
		remarks: hooks.flatMap(remarkOf),
		changes: answered.map(({ hookId }) => ({
			name: 'ecs:ContinueServiceDeployment',
			region: subject.region,
			input: { serviceDeploymentArn, hookId, action: input.rollback ? 'ROLLBACK' : 'CONTINUE' },
		})),
		basis: JSON.stringify([serviceDeploymentArn, hooks.map(({ hookId }) => hookId)]),
	};
}

/** The hooks that wait for somebody's answer. */
export function pausedHooks({ finishedAt, hooks = [] }: ServiceDeployment): readonly PausedHook[] {
	if (finishedAt !== undefined) return [];
	return hooks.flatMap((hook) =>
		hook.status === 'AWAITING_ACTION' && hook.hookId !== undefined ? [{ ...hook, hookId: hook.hookId }] : [],
	);
}

function notPaused(serviceName: string, newest: ServiceDeployment | undefined): Refusal {
	if (!newest || newest.finishedAt !== undefined) {
		return {
			refused: `No deployment of ${serviceName} is under way.`,
			instead: `\`deckwatch deployments ${serviceName}\` lists those that were.`,
		};
	}
	const asks = newest.hooks?.some(({ status }) => status === 'IN_PROGRESS');
	return {
		refused: `The deployment of ${serviceName} is not paused (${newest.lifecycleStage ?? newest.status}).`,
		instead: asks
			? 'It waits for a Lambda function, which answers by itself.'
			: `It goes on by itself; \`deckwatch rollback ${serviceName}\` stops it.`,
	};
}

function remarkOf({ expiresAt, timeoutAction }: PausedHook): readonly Remark[] {
	if (expiresAt === undefined) return [];
	const then = timeoutAction === 'CONTINUE' ? 'goes on' : 'is rolled back';
	return [info(`without an answer it ${then} at ${minuteText(expiresAt)}`)];
}
