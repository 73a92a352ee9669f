import type { Connections } from '../connections.ts';
import type { Change, ChangeAnswer } from './change.ts';

type Bearer = { readonly $metadata: { readonly requestId?: string | undefined } };

/**
 * Sends one change, once: no repeat, whatever comes back. A failure says by its `happened` whether AWS may have
 * carried it out all the same.
 * @throws {AwsCallError}
 */
export async function sendChange(connections: Connections, change: Change): Promise<ChangeAnswer> {
	const { $metadata } = await send(connections, change);
	return $metadata.requestId === undefined ? {} : { requestId: $metadata.requestId };
}

function send(connections: Connections, { name, region, input }: Change): Promise<Bearer> {
	switch (name) {
		case 'ecs:UpdateService':
			return connections
				.toChange('ecs', region)
				.call('UpdateService', (ecs, options) => ecs.updateService(input, options));
		case 'application-autoscaling:RegisterScalableTarget':
			return connections
				.toChange('application-autoscaling', region)
				.call('RegisterScalableTarget', (scaling, options) => scaling.registerScalableTarget(input, options));
	}
}
