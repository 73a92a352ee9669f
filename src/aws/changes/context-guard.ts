import { guardOf, type Context, type Place } from '../../model/context.ts';
import { AwsCallError } from '../aws-call-error.ts';
import type { CallInfo } from '../failures/call-info.ts';

/** The contexts that hold for a client, and the file that says so. */
export type ContextRules = { readonly contexts: readonly Context[]; readonly file: string };

/**
 * Refuses a change where a context is read-only. An account that no ARN has told is asked for; while it is not known,
 * the change is refused wherever it might be read-only.
 * @throws {AwsCallError} of kind `read-only`
 */
export async function refuseWhereReadOnly(
	call: CallInfo,
	places: readonly Place[],
	{ contexts, file }: ContextRules,
	askAccount: () => Promise<string | undefined>,
): Promise<void> {
	const rule = (place: Place) => {
		const { readOnly, context } = guardOf(contexts, place);
		return readOnly ? context : undefined;
	};
	let asked: Promise<string | undefined> | undefined;
	// Whoever names no place may mean any.
	for (const place of places.length > 0 ? places : [{ region: call.region }]) {
		if (rule(place) === undefined) continue;
		const account = place.account || (await (asked ??= askAccount().catch(() => undefined)));
		const context = rule({ ...place, account });
		if (context !== undefined) throw new AwsCallError(refusal(call, { ...place, account }, context, file));
	}
}

function refusal(
	{ service, operation, region }: CallInfo,
	{ account, clusterName }: Place,
	context: string,
	file: string,
): AwsCallError['failure'] {
	const where = `${clusterName ?? 'an unknown cluster'}, ${region}, ${account ? `account ${account}` : 'an account that could not be asked for'}`;
	const certain = clusterName !== undefined && account;
	const is = certain ? `is in the context ${context}` : `may be in the context ${context}`;
	return {
		kind: 'read-only',
		service,
		operation,
		region,
		code: 'ReadOnly',
		message: `This ${is} (${where}), which ${file} makes read-only. ${service}:${operation} was not sent.`,
		next: `Change it with another tool, or take readOnly from the context ${context} in ${file}.`,
		undone: true,
	};
}
