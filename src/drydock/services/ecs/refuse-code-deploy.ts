import type { UpdateServiceRequest } from '@aws-sdk/client-ecs';
import type { ServiceState } from '../../world/service.ts';
import { invalidParameter } from './refuse.ts';

/**
 * What UpdateService leaves to CodeDeploy, as AWS words it: task definition (boto3 #1936), forced deployments, network
 * (terraform-provider-aws #13473) and load balancers (ecspresso #393). The rest, such as the desired count, may be changed.
 */
const REFUSED: Readonly<Record<string, string>> = {
	taskDefinition: 'Unable to update task definition',
	forceNewDeployment: 'Cannot force a new deployment',
	networkConfiguration: 'Unable to update network parameters',
	loadBalancers: 'Unable to update load balancers',
	// Where AWS's words for the member are not known, in the same form.
	platformVersion: 'Unable to update platform version',
	serviceRegistries: 'Unable to update service registries',
};

/** @throws {AwsFault} InvalidParameterException, for what CodeDeploy has to change */
export function refuseWhatCodeDeployChanges({ settings }: ServiceState, input: UpdateServiceRequest): void {
	if (settings.deploymentController.type !== 'CODE_DEPLOY') return;
	for (const [member, refusal] of Object.entries(REFUSED)) {
		const asked = input[member as keyof UpdateServiceRequest];
		if (asked === undefined || asked === false) continue;
		throw invalidParameter(
			`${refusal} on services with a CODE_DEPLOY deployment controller. Use AWS CodeDeploy to trigger a new deployment.`,
		);
	}
}
