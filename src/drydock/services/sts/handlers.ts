import type { AssumeRoleRequest, AssumeRoleResponse, GetCallerIdentityResponse } from '@aws-sdk/client-sts';
import type { Handlers } from '../../wire/handler.ts';
import { arnOf, nameOf } from '../../world/arn.ts';
import { HOUR, SECOND } from '../../world/clock.ts';
import { hex } from '../../world/random.ts';
import type { World } from '../../world/world.ts';
import { callerArn } from '../caller-arn.ts';

const ROLE_ID = 'AROA4SHOPOPSONCALL3X7';

/** STS for a world that has one account and asks for no proof. */
export function stsHandlers(world: World): Handlers {
	return {
		GetCallerIdentity: (): GetCallerIdentityResponse => ({
			UserId: `${ROLE_ID}:${nameOf(callerArn(world))}`,
			Account: world.account,
			Arn: callerArn(world),
		}),
		AssumeRole: (input: AssumeRoleRequest) => assumeRole(world, input),
	};
}

/** Credentials expire by the caller's clock, not by the world's. */
function assumeRole(world: World, input: AssumeRoleRequest): AssumeRoleResponse {
	const { RoleArn = '', RoleSessionName = '', DurationSeconds = HOUR / SECOND } = input;
	const role = nameOf(RoleArn);
	return {
		AssumedRoleUser: {
			AssumedRoleId: `${ROLE_ID}:${RoleSessionName}`,
			Arn: arnOf(world, 'sts', '', `assumed-role/${role}/${RoleSessionName}`),
		},
		Credentials: {
			AccessKeyId: `ASIA${hex(world.random, 16).toUpperCase()}`,
			SecretAccessKey: hex(world.random, 40),
			SessionToken: hex(world.random, 200),
			Expiration: new Date(Date.now() + DurationSeconds * SECOND),
		},
		PackedPolicySize: 0,
	};
}
