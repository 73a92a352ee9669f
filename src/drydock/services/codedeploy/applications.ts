import type {
	BatchGetApplicationsInput,
	BatchGetApplicationsOutput,
	GetApplicationRevisionInput,
	GetApplicationRevisionOutput,
	ListApplicationsInput,
	ListApplicationsOutput,
} from '@aws-sdk/client-codedeploy';
import { AwsFault } from '../../wire/handler.ts';
import { sha256 } from '../../world/code-deploy/sha256.ts';
import { date } from '../date.ts';
import { applicationsIn, checkBatch, findApplication, type Look, page } from './look.ts';

export function listApplications(look: Look, { nextToken: token }: ListApplicationsInput): ListApplicationsOutput {
	const { items, nextToken } = page(applicationsIn(look), token);
	return { applications: items.map(({ applicationName }) => applicationName), nextToken };
}

/** At most 100 a call (CodeDeploy API reference, BatchGetApplications). */
export function batchGetApplications(look: Look, input: BatchGetApplicationsInput): BatchGetApplicationsOutput {
	const names = checkBatch(input.applicationNames, 100);
	return {
		applicationsInfo: names
			.map((name) => findApplication(look, name))
			.map(({ applicationId, applicationName, createdAt }) => ({
				applicationId,
				applicationName,
				createTime: date(createdAt),
				linkedToGitHub: false,
				computePlatform: 'ECS',
			})),
	};
}

/**
 * The AppSpec that was deployed, by its hash or itself: GetDeployment leaves its content out (CodeDeploy API reference,
 * GetDeployment).
 */
export function getApplicationRevision(look: Look, input: GetApplicationRevisionInput): GetApplicationRevisionOutput {
	const application = findApplication(look, input.applicationName);
	const { content, sha256: hash = sha256(content ?? '') } = input.revision?.appSpecContent ?? {};
	const known = application.revisions.get(hash);
	if (!known) {
		const message = 'The named revision does not exist with the user or Amazon Web Services account.';
		throw new AwsFault('RevisionDoesNotExistException', message);
	}
	const groups = [...application.groups.values()].filter(({ deployments }) =>
		deployments.some((deployment) => deployment.sha256 === hash),
	);
	return {
		applicationName: application.applicationName,
		revision: { revisionType: 'AppSpecContent', appSpecContent: { content: known.content, sha256: hash } },
		revisionInfo: {
			deploymentGroups: groups.map(({ deploymentGroupName }) => deploymentGroupName),
			firstUsedTime: date(known.firstUsedAt),
			registerTime: date(known.firstUsedAt),
		},
	};
}
