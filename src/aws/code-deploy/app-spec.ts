import type { AppSpec } from '../../model/app-spec.ts';
import type { DeploymentGroup } from '../../model/code-deploy.ts';
import type { Connections } from '../connections.ts';

/**
 * The AppSpec of a deployment, by its hash: what tells of a deployment leaves it out (CodeDeploy API reference, GetDeployment).
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
	// Late: nobody else here reads YAML. By way of a module of ours: bundled, the package itself has no named exports.
	const { parseAppSpec } = await import('./parse-app-spec.ts');
	return parseAppSpec(answer.revision?.appSpecContent?.content ?? '');
}
