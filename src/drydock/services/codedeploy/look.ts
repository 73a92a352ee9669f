import { AwsFault } from '../../wire/handler.ts';
import type { ApplicationState, DeploymentGroupState } from '../../world/code-deploy/application.ts';
import type { CodeDeploymentState } from '../../world/code-deploy/deployment.ts';
import type { World } from '../../world/world.ts';
import { pageOf, type Page } from '../page.ts';

/** What a caller of CodeDeploy looks at. */
export type Look = { readonly world: World; readonly region: string };

/** A deployment with the group it belongs to. */
export type FoundDeployment = { readonly group: DeploymentGroupState; readonly deployment: CodeDeploymentState };

/** Lists come a hundred at a time (CodeDeploy API reference, BatchLimitExceededException). */
const PAGE = 100;

export function applicationsIn({ world, region }: Look): readonly ApplicationState[] {
	return [...world.codeDeploy.values()].filter((application) => application.region === region);
}

/** @throws {AwsFault} ApplicationDoesNotExistException */
export function findApplication({ world, region }: Look, name = ''): ApplicationState {
	const application = world.codeDeploy.get(`${region}/${name}`);
	if (!application) throw new AwsFault('ApplicationDoesNotExistException', `No application found for name: ${name}`);
	return application;
}

/** @throws {AwsFault} ApplicationDoesNotExistException, DeploymentGroupDoesNotExistException */
export function findGroup(look: Look, application: string | undefined, name = ''): DeploymentGroupState {
	const group = findApplication(look, application).groups.get(name);
	if (group) return group;
	throw new AwsFault('DeploymentGroupDoesNotExistException', `No Deployment Group found for name: ${name}`);
}

export function deploymentNamed(look: Look, id: string): FoundDeployment | undefined {
	for (const { groups } of applicationsIn(look)) {
		for (const group of groups.values()) {
			const deployment = group.deployments.find(({ deploymentId }) => deploymentId === id);
			if (deployment) return { group, deployment };
		}
	}
	return undefined;
}

/** @throws {AwsFault} DeploymentDoesNotExistException */
export function findDeployment(look: Look, id = ''): FoundDeployment {
	const found = deploymentNamed(look, id);
	if (found) return found;
	throw new AwsFault('DeploymentDoesNotExistException', `The deployment ${id} could not be found`);
}

/** @throws {AwsFault} InvalidNextTokenException, in the words of its API reference */
export function page<Item>(items: readonly Item[], token: string | undefined): Page<Item> {
	return pageOf(items, PAGE, token, () => {
		return new AwsFault('InvalidNextTokenException', 'The next token was specified in an invalid format.');
	});
}

/** @throws {AwsFault} BatchLimitExceededException, in the words of its API reference */
export function checkBatch(names: readonly string[] | undefined, limit: number): readonly string[] {
	if ((names?.length ?? 0) <= limit) return names ?? [];
	throw new AwsFault(
		'BatchLimitExceededException',
		`The maximum number of names or IDs allowed for this request (${limit}) was exceeded.`,
	);
}
