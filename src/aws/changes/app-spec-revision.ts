import { createHash } from 'node:crypto';
import type { RevisionLocation } from '@aws-sdk/client-codedeploy';
import type { AppSpec } from '../../model/app-spec.ts';

/** An AppSpec as CreateDeployment takes it; CodeDeploy knows it by the hash afterwards. */
export function appSpecRevision(appSpec: AppSpec): RevisionLocation {
	const content = JSON.stringify(appSpec);
	const sha256 = createHash('sha256').update(content).digest('hex');
	return { revisionType: 'AppSpecContent', appSpecContent: { content, sha256 } };
}

/** The AppSpec that goes along with a deployment of ours. */
export function appSpecOf(revision: RevisionLocation | undefined): AppSpec {
	return JSON.parse(revision?.appSpecContent?.content ?? '{}') as AppSpec;
}
