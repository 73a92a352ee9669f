import { familyRevision } from '../../model/arn.ts';
import { isUnderWay, type CodeDeployment } from '../../model/code-deploy.ts';
import { seen } from '../look.ts';
import type { Outcome } from '../outcome.ts';
import type { CodeDeploySight } from './code-deploy-sight.ts';
import { splitWords, stageWords } from './stage-words.ts';

/** CodeDeploy names the rollback a moment after the failure, ms. */
const ROLLBACK_IS_NAMED_WITHIN = 60_000;

/** Its end, or how far it is. One that was rolled back has failed, whatever the service looks like then. */
export function judgeCodeDeployment(sight: CodeDeploySight, revision: string): Outcome | string {
	const { service, deployment } = sight;
	if (isUnderWay(deployment)) return stageWords(sight, revision);
	if (deployment.status === 'Succeeded') return { state: 'done', text: `${service.serviceName} runs ${revision}.` };
	return judgeRollback(sight, revision);
}

/** How one that has ended badly is taken back; or that it is not. */
function judgeRollback(sight: CodeDeploySight, revision: string): Outcome | string {
	const { service, deployment, rollback, failedFor } = sight;
	const what = `${revision} ${deployment.status === 'Stopped' ? 'was stopped' : 'failed'}`;
	const serving = familyRevision(service.taskDefinition);
	if (rollback && isUnderWay(rollback)) return `${what}: rolling back (${rollback.deploymentId})`;
	if (rollback?.status === 'Succeeded') {
		return { state: 'failed', text: lines(`${what}, and was rolled back to ${serving}.`, whyOf(sight)) };
	}
	const next = `Look at ${service.serviceName} now: \`deckwatch events ${service.serviceName}\`; \`deckwatch deploy ${service.serviceName} --force\` starts ${serving} anew.`;
	if (rollback) {
		return {
			state: 'failed',
			text: lines(`${what}, and so did rolling it back (${rollback.deploymentId}).`, [
				...whyOf(sight),
				...errorOf(rollback),
			]),
			next,
		};
	}
	const isNamedYet = deployment.rollbackOn.length === 0 || failedFor > ROLLBACK_IS_NAMED_WITHIN;
	if (!isNamedYet) return `${what}: waiting for its rollback to begin`;
	return {
		state: 'failed',
		text: lines(`${what}, and was not rolled back: ${splitWords(sight) ?? `${serving} serves`}.`, whyOf(sight)),
		next,
	};
}

function lines(first: string, more: readonly string[]): string {
	return [first, ...more].join('\n');
}

/** What CodeDeploy says of it, each sentence once. */
function whyOf({ deployment, target }: CodeDeploySight): readonly string[] {
	const events = (seen(target)?.lifecycleEvents ?? []).flatMap(({ name, status, message }) =>
		status === 'Failed' && message !== undefined ? [{ name, message }] : [],
	);
	const { rollbackMessage } = deployment;
	const told = new Set(errorOf(deployment));
	return [
		...told,
		...events.flatMap(({ name, message }) => (deployment.errorMessage === message ? [] : [`${name}: ${message}`])),
		...(rollbackMessage === undefined ? [] : [rollbackMessage]),
	];
}

function errorOf({ errorCode, errorMessage }: CodeDeployment): readonly string[] {
	if (errorMessage !== undefined) return [errorMessage];
	return errorCode === undefined || errorCode === 'MANUAL_STOP' ? [] : [errorCode];
}
