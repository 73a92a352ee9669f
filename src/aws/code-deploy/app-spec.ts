import type { AppSpec } from '../../model/app-spec.ts';
import type { DeploymentGroup } from '../../model/code-deploy.ts';
import type { Connections } from '../connections.ts';

/**
 * The AppSpec of a deployment, by its hash: what tells of a deployment leaves it out (CodeDeploy API reference, GetDeployment).
 * It may be JSON or YAML; one that is neither is an empty one.
 */
export async function readAppSpec(
	connections: Connections,
	{ region, applicationName }: Pick<DeploymentGroup, 'region' | 'applicationName'>,
	sha256: string,
	signal?: AbortSignal,
): Promise<AppSpec> {
	const revision = { revisionType: 'AppSpecContent', appSpecContent: { sha256 } } as const;
	const answer = await connections
		.to('codedeploy', region)
		.call(
			'GetApplicationRevision',
			(client, options) => client.getApplicationRevision({ applicationName, revision }, options),
			signal,
		);
	const { parseDocument } = await import('yaml');
	const document = parseDocument(answer.revision?.appSpecContent?.content ?? '');
	const parsed: unknown = document.errors.length > 0 ? undefined : document.toJS();
	return typeof parsed === 'object' && parsed !== null ? (parsed as AppSpec) : {};
}
