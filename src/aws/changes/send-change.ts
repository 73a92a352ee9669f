import { defined } from '../shapes/defined.ts';
import type { Connections } from '../connections.ts';
import { notLaunched } from './not-launched.ts';
import type { Change, ChangeAnswer } from './change.ts';
import { placesOfChange, type About } from './places-of-change.ts';
import { sendRaw } from './raw-json.ts';

/**
 * Sends one change, once: no repeat, whatever comes back; not at all where a context is read-only.
 * @throws {AwsCallError} of which `mayHaveHappened` says whether AWS may have carried it out all the same
 */
export async function sendChange(connections: Connections, change: Change, about: About): Promise<ChangeAnswer> {
	const { name, region } = change;
	const places = placesOfChange(change, about);
	const ecs = connections.toChange('ecs', region, places);
	const codedeploy = connections.toChange('codedeploy', region, places);
	const autoscaling = connections.toChange('application-autoscaling', region, places);
	switch (name) {
		case 'ecs:UpdateService': {
			const answer = await ecs.call('UpdateService', (client, options) => client.updateService(change.input, options));
			const primary = answer.service?.deployments?.find(({ status }) => status === 'PRIMARY');
			return defined({ requestId: answer.$metadata.requestId, deploymentId: primary?.id });
		}
		case 'ecs:RegisterTaskDefinition': {
			const { RegisterTaskDefinitionCommand } = await import('@aws-sdk/client-ecs');
			const answer = await ecs.call('RegisterTaskDefinition', (client, options) => {
				const command = new RegisterTaskDefinitionCommand({ family: undefined, containerDefinitions: undefined });
				sendRaw(command.middlewareStack, change.input);
				return client.send(command, options);
			});
			const { taskDefinition, $metadata } = answer;
			return defined({ requestId: $metadata.requestId, taskDefinitionArn: taskDefinition?.taskDefinitionArn });
		}
		case 'ecs:RunTask': {
			const answer = await ecs.call('RunTask', (client, options) => client.runTask(change.input, options));
			const taskArn = answer.tasks?.[0]?.taskArn;
			if (taskArn === undefined) throw notLaunched(region, answer);
			return defined({ requestId: answer.$metadata.requestId, taskArn });
		}
		case 'ecs:StopTask': {
			const answer = await ecs.call('StopTask', (client, options) => client.stopTask(change.input, options));
			return defined({ requestId: answer.$metadata.requestId });
		}
		case 'ecs:StopServiceDeployment': {
			const answer = await ecs.call('StopServiceDeployment', (client, options) =>
				client.stopServiceDeployment(change.input, options),
			);
			return defined({ requestId: answer.$metadata.requestId });
		}
		case 'ecs:ContinueServiceDeployment': {
			const answer = await ecs.call('ContinueServiceDeployment', (client, options) =>
				client.continueServiceDeployment(change.input, options),
			);
			return defined({ requestId: answer.$metadata.requestId });
		}
		case 'codedeploy:CreateDeployment': {
			const answer = await codedeploy.call('CreateDeployment', (client, options) =>
				client.createDeployment(change.input, options),
			);
			return defined({ requestId: answer.$metadata.requestId, codeDeploymentId: answer.deploymentId });
		}
		case 'codedeploy:StopDeployment': {
			const answer = await codedeploy.call('StopDeployment', (client, options) =>
				client.stopDeployment(change.input, options),
			);
			return defined({ requestId: answer.$metadata.requestId });
		}
		case 'codedeploy:ContinueDeployment': {
			const answer = await codedeploy.call('ContinueDeployment', (client, options) =>
				client.continueDeployment(change.input, options),
			);
			return defined({ requestId: answer.$metadata.requestId });
		}
		case 'application-autoscaling:RegisterScalableTarget': {
			const answer = await autoscaling.call('RegisterScalableTarget', (client, options) =>
				client.registerScalableTarget(change.input, options),
			);
			return defined({ requestId: answer.$metadata.requestId });
		}
		case 'application-autoscaling:DeregisterScalableTarget': {
			const answer = await autoscaling.call('DeregisterScalableTarget', (client, options) =>
				client.deregisterScalableTarget(change.input, options),
			);
			return defined({ requestId: answer.$metadata.requestId });
		}
		case 'application-autoscaling:PutScalingPolicy': {
			const { PutScalingPolicyCommand } = await import('@aws-sdk/client-application-auto-scaling');
			const answer = await autoscaling.call('PutScalingPolicy', (client, options) => {
				const { TargetTrackingScalingPolicyConfiguration: _sentAsItIs, ...known } = change.input;
				const command = new PutScalingPolicyCommand(known);
				sendRaw(command.middlewareStack, change.input);
				return client.send(command, options);
			});
			return defined({ requestId: answer.$metadata.requestId });
		}
		case 'application-autoscaling:DeleteScalingPolicy': {
			const answer = await autoscaling.call('DeleteScalingPolicy', (client, options) =>
				client.deleteScalingPolicy(change.input, options),
			);
			return defined({ requestId: answer.$metadata.requestId });
		}
	}
}
