import type { ListAccountSettingsRequest, ListAccountSettingsResponse, Setting } from '@aws-sdk/client-ecs';
import { arnOf } from '../../world/arn.ts';
import type { World } from '../../world/world.ts';
import { listPage } from './list-page.ts';

/** What an account has that never touched its settings (ECS developer guide, account settings). */
const effective: Readonly<Record<string, string>> = {
	awsvpcTrunking: 'disabled',
	containerInsights: 'disabled',
	containerInstanceLongArnFormat: 'enabled',
	defaultLogDriverMode: 'non-blocking',
	dualStackIPv6: 'enabled',
	fargateFIPSMode: 'disabled',
	fargateTaskRetirementWaitPeriod: '7',
	guardDutyActivate: 'off',
	serviceLongArnFormat: 'enabled',
	tagResourceAuthorization: 'off',
	taskLongArnFormat: 'enabled',
};

export function listAccountSettings(world: World, input: ListAccountSettingsRequest): ListAccountSettingsResponse {
	const principalArn = input.principalArn ?? arnOf(world, 'iam', '', 'root');
	// Nobody has set any, so there are none but the effective ones.
	const settings = Object.entries(input.effectiveSettings ? effective : {})
		.filter(([name]) => input.name === undefined || name === input.name)
		.filter(([, value]) => input.value === undefined || value === input.value)
		.map(([name, value]) => ({ name, value, principalArn }) as Setting);
	const { items, nextToken } = listPage(settings, input, 100, 10);
	return { settings: [...items], nextToken };
}
