import { parseArn } from './arn.ts';
import { matchesName } from './name-pattern.ts';

/**
 * A part of AWS that has a name, and rules where it has any. It is recognised by what is given of account, regions and
 * clusters, all of which must match, whatever way led there: the profile is only one of the ways, and counts only where
 * there is no account.
 */
export type Context = {
	readonly name: string;
	readonly profile?: string | undefined;
	/** Twelve digits. */
	readonly account?: string | undefined;
	readonly regions?: readonly string[] | undefined;
	/** Names of clusters; `*` stands for any letters. */
	readonly clusters?: readonly string[] | undefined;
	/** Nothing may be changed there. */
	readonly readOnly?: boolean | undefined;
	/** Whoever changes something there types the name of the service first. */
	readonly protected?: boolean | undefined;
};

/** Where something is; undefined: it is not known. */
export type Place = {
	readonly profile?: string | undefined;
	readonly account?: string | undefined;
	readonly region?: string | undefined;
	readonly clusterName?: string | undefined;
};

/** What holds at a place. */
export type Guard = {
	/** The name of the context it belongs to: of several the one with the strictest rule, then the one of the profile in use. */
	readonly context?: string;
	readonly readOnly: boolean;
	readonly protected: boolean;
};

/** The strictest that any context says of a place. Where too little is known of it, a rule that might hold does. */
export function guardOf(contexts: readonly Context[], place: Place): Guard {
	const found = contexts.filter((context) => {
		const match = matchOf(context, place);
		return match === 'yes' || (match === 'perhaps' && Boolean(context.readOnly || context.protected));
	});
	const named =
		found.find(({ readOnly }) => readOnly) ??
		found.find((context) => context.protected) ??
		found.find(({ profile }) => profile !== undefined && profile === place.profile) ??
		found[0];
	return {
		...(named ? { context: named.name } : {}),
		readOnly: found.some(({ readOnly }) => readOnly),
		protected: found.some((context) => context.protected),
	};
}

/** Whether a place belongs to a context; `perhaps` where something that would tell is not known. */
export function matchOf({ profile, account, regions, clusters }: Context, place: Place): 'yes' | 'no' | 'perhaps' {
	const answers = [
		...(account === undefined ? [] : [judge(place.account, (own) => own === account)]),
		...(account === undefined && profile !== undefined ? [judge(place.profile, (own) => own === profile)] : []),
		...(regions === undefined ? [] : [judge(place.region, (own) => regions.includes(own))]),
		...(clusters === undefined
			? []
			: [judge(place.clusterName, (own) => clusters.some((pattern) => matchesName(pattern, own)))]),
	];
	if (answers.includes('no')) return 'no';
	return answers.includes('perhaps') ? 'perhaps' : 'yes';
}

function judge(known: string | undefined, holds: (known: string) => boolean): 'yes' | 'no' | 'perhaps' {
	if (known === undefined || known === '') return 'perhaps';
	return holds(known) ? 'yes' : 'no';
}

/** The place of a cluster, or of what lies in one, by an ARN that has the cluster in it. */
export function placeOf(arn: string, profile?: string): Place {
	const { account, region, resource = '' } = parseArn(arn) ?? {};
	// `cluster/prod`, `service/prod/checkout`, `task/prod/3f2a…`; the short form of before 2018 names no cluster.
	const [kind, clusterName, more] = resource.split('/');
	return { profile, account, region, clusterName: kind === 'cluster' || more !== undefined ? clusterName : undefined };
}
