import type { Identity } from '../model/cluster.ts';
import type { Connections } from './connections.ts';
import { requiredText } from './shapes/scalars.ts';

/** Who the credentials belong to. Needs no permission. */
export async function readIdentity(connections: Connections, region: string, signal?: AbortSignal): Promise<Identity> {
	const caller = await connections
		.to('sts', region)
		.call('GetCallerIdentity', (sts, options) => sts.getCallerIdentity({}, options), signal);
	return {
		account: requiredText(caller.Account),
		arn: requiredText(caller.Arn),
		userId: requiredText(caller.UserId),
	};
}
