import { expect, test } from 'vitest';
import { fargateMonth } from '../../src/model/fargate-price.ts';
import { taskNeeds } from '../../src/model/task-needs.ts';

const month = (region: string, cpu: string, memory: string, more: object = {}) =>
	fargateMonth(region, taskNeeds({ cpu, memory, ...more }))?.toFixed(2);
const ARM = { runtimePlatform: { cpuArchitecture: 'ARM64' } };

test.each([
	['us-east-1', '256', '512', '9.01'],
	['us-east-1', '1024', '4096', '42.53'],
	['ap-northeast-1', '1024', '2048', '44.98'],
	// 209.32 USD for 720 hours, as the price list made it in 2021.
	['ap-northeast-1', '4096', '16384', '212.23'],
])('in %s a month of %s units and %s MiB is %s USD', (region, cpu, memory, usd) => {
	expect(month(region, cpu, memory)).toBe(usd);
});

test('ARM has a price of its own', () => {
	expect(month('us-east-1', '1024', '2048', ARM)).toBe('28.84');
});

test.each([
	['a region', 'eu-west-1', {}],
	['an architecture', 'ap-northeast-1', ARM],
	['Windows', 'us-east-1', { runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' } }],
	['more storage', 'us-east-1', { ephemeralStorage: { sizeInGiB: 100 } }],
])('where no price is known for %s, none is made up', (_, region, more) => {
	expect(month(region, '1024', '2048', more)).toBeUndefined();
});
