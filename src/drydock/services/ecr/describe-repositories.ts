import type { DescribeRepositoriesRequest, DescribeRepositoriesResponse } from '@aws-sdk/client-ecr';
import { arnOf } from '../../world/arn.ts';
import { checkBounds } from '../constraint.ts';
import { pageOf } from '../page.ts';
import { DEFAULT_PAGE, invalid, PAGE, repositoryNamed, uriOf, type Look } from './look.ts';

/** @throws {AwsFault} RepositoryNotFoundException for one of several */
export function describeRepositories(
	look: Look,
	{ registryId, repositoryNames, nextToken, maxResults }: DescribeRepositoriesRequest,
): DescribeRepositoriesResponse {
	checkBounds('InvalidParameterException', 'maxResults', maxResults, PAGE);
	const { world, region } = look;
	for (const name of repositoryNames ?? []) repositoryNamed(look, name, registryId);
	const names = repositoryNames ?? [...world.repositories.keys()].toSorted();
	const page = pageOf(names, maxResults ?? DEFAULT_PAGE, nextToken, invalid);
	return {
		repositories: page.items.map((repositoryName) => ({
			repositoryArn: arnOf(world, 'ecr', region, `repository/${repositoryName}`),
			registryId: world.account,
			repositoryName,
			repositoryUri: uriOf(look, repositoryName),
			imageTagMutability: 'MUTABLE',
		})),
		nextToken: page.nextToken,
	};
}
