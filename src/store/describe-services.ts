import { AwsCallError } from '../aws/aws-call-error.ts';
import type { Turn } from '../aws/call-budget.ts';
import { lastSegment } from '../model/arn.ts';
import type { AwsFailure, AwsFailureKind } from '../model/aws-failure.ts';
import { safeText } from '../model/safe-text.ts';
import { BATCH } from './due-services.ts';
import { putFailure, type PictureUpdate } from './picture-update.ts';
import type { ReadingContext } from './reading-context.ts';
import { takeServices } from './take-services.ts';
import type { WantedServices } from './wanted-services.ts';

/** Failures that may be of one service in the call alone. All others are everybody's. */
const ONES_OWN: ReadonlySet<AwsFailureKind> = new Set(['denied', 'server-fault', 'invalid', 'unknown']);

export type FailedGroup = { readonly group: readonly string[]; readonly failure: AwsFailure };

export type DescribeOptions = {
	readonly context: ReadingContext;
	readonly clusterArn: string;
	readonly wish: WantedServices;
	readonly signal: AbortSignal;
	readonly found: (update: PictureUpdate) => void;
	readonly turn?: Turn;
};

/**
 * Describes groups of services, a call for each, and takes in what is answered. When some calls fail and others do not,
 * it is the services' own trouble, and marked as theirs. Throws `AwsCallError` when AWS describes nothing at all.
 */
export async function describeServices(options: DescribeOptions, groups: readonly (readonly string[])[]) {
	const { context, clusterArn, wish, signal, found, turn = 'in-turn' } = options;
	const { aws, time } = context;
	const suspects = context.suspects(clusterArn);
	let answered = false;
	let failed: readonly FailedGroup[] = [];

	async function describe(group: readonly string[]): Promise<void> {
		const askedAt = time.now();
		try {
			const services = await aws.describeServices(clusterArn, group, { signal, turn });
			answered = true;
			const there = new Set(services.map(({ serviceArn }) => serviceArn));
			const gone = group.filter((arn) => !there.has(arn));
			suspects.clear(there);
			found(takeServices({ clusterArn, services, gone, askedAt, readAt: time.now(), wish }));
			for (const arn of gone) if (wish.wanted.has(arn)) accuse(options, [{ group: [arn], failure: notThere(arn) }]);
		} catch (error) {
			if (signal.aborted || !(error instanceof AwsCallError) || !isOnesOwn(error.failure)) throw error;
			failed = [...failed, { group, failure: error.failure }];
		}
	}

	await Promise.all(groups.map(describe));
	const [first] = failed;
	if (first === undefined) return;
	if (!answered) {
		const witness = anyOther(options, failed);
		if (witness === undefined && first.group.length > 1) failed = failed.slice(1);
		await Promise.all((witness === undefined ? halves(first.group) : [[witness]]).map(describe));
	}
	if (answered) return accuse(options, failed);
	for (const { group } of failed) suspects.doubt(group, time.now());
	throw new AwsCallError(first.failure);
}

export function isOnesOwn({ kind }: AwsFailure): boolean {
	return ONES_OWN.has(kind);
}

/** AWS answers for others: halves these groups, and marks the services that fail alone. */
export function accuse({ context, clusterArn, found }: DescribeOptions, failed: readonly FailedGroup[]): void {
	const now = context.time.now();
	for (const { group, failure } of failed) {
		const retryAt = context.suspects(clusterArn).accuse(group, failure.kind, now);
		if (retryAt === undefined) continue;
		found((picture) => putFailure(picture, 'serviceFailures', group, { ...failure, since: now, retryAt }));
	}
}

/** A service that could be described lately: if it cannot be now, it is nobody's own trouble. */
function anyOther({ context, clusterArn }: DescribeOptions, failed: readonly FailedGroup[]): string | undefined {
	const { services, serviceReadAt } = context.picture();
	const suspects = context.suspects(clusterArn);
	const involved = new Set(failed.flatMap(({ group }) => group));
	return Object.keys(services[clusterArn]?.value ?? {})
		.filter((arn) => !involved.has(arn) && !suspects.has(arn))
		.toSorted((a, b) => (serviceReadAt[b] ?? 0) - (serviceReadAt[a] ?? 0))[0];
}

function halves(group: readonly string[]): readonly (readonly string[])[] {
	const middle = Math.ceil(group.length / 2);
	return group.length > 1 ? [group.slice(0, middle), group.slice(middle)] : [];
}

/** In calls of ten. */
export function inCalls(serviceArns: readonly string[]): readonly (readonly string[])[] {
	return Array.from({ length: Math.ceil(serviceArns.length / BATCH) }, (_, index) =>
		serviceArns.slice(index * BATCH, (index + 1) * BATCH),
	);
}

/** AWS's own code for it, which comes with an answer and not as an error. */
function notThere(serviceArn: string): AwsFailure {
	return {
		kind: 'not-found',
		service: 'ecs',
		operation: 'DescribeServices',
		code: 'MISSING',
		message: safeText(`There is no service ${lastSegment(serviceArn)}.`),
		next: 'Check the name and the cluster; it may have been deleted.',
	};
}
