import { DescribeInstancesCommand, type DescribeInstancesCommandInput, EC2Client } from '@aws-sdk/client-ec2';
import { expect, test } from 'vitest';
import { refusalOf, openEcs } from '../ecs/open-ecs.ts';

const { config, world } = openEcs(['{ name: cart, tasks: 0 }'], ['{ name: ecs, type: m5.large, desired: 2 }']);
const ec2 = new EC2Client(config);
const [first = '', second = ''] = world.ec2Instances.keys();

async function ask(input: DescribeInstancesCommandInput = {}) {
	const { Reservations } = await ec2.send(new DescribeInstancesCommand(input));
	return (Reservations ?? []).flatMap(({ Instances = [] }) => Instances);
}

test('DescribeInstances tells what and where the instances are', async () => {
	const instances = await ask();
	expect(instances.map(({ InstanceId }) => InstanceId)).toEqual([first, second]);
	expect(instances[1]).toMatchObject({
		InstanceType: 'm5.large',
		State: { Code: 16, Name: 'running' },
		Architecture: 'x86_64',
		Placement: { AvailabilityZone: 'ap-northeast-1c' },
		PrivateIpAddress: '10.0.16.4',
		PrivateDnsName: 'ip-10-0-16-4.ap-northeast-1.compute.internal',
		Tags: [{ Key: 'Name', Value: 'ecs' }, { Key: 'aws:autoscaling:groupName' }],
	});
});

test('DescribeInstances finds them by id and by filter', async () => {
	expect(await ask({ InstanceIds: [second] })).toMatchObject([{ InstanceId: second }]);
	const Filters = [{ Name: 'availability-zone', Values: ['ap-northeast-1a'] }];
	expect(await ask({ Filters })).toMatchObject([{ InstanceId: first }]);
	expect(await refusalOf(ask({ InstanceIds: ['i-0gone'] }))).toBe(
		"InvalidInstanceID.NotFound: The instance ID 'i-0gone' does not exist",
	);
});
