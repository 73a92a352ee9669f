import type { Config } from './config-schema.ts';

type Contexts = NonNullable<Config['contexts']>;

/** What no schema can say of contexts: each problem under the setting that has to change. */
export function contextProblems(
	contexts: Contexts,
): readonly { readonly path: readonly string[]; readonly problem: string }[] {
	return Object.entries(contexts).flatMap(([name, context]) => {
		const { profile, account, regions, clusters, readOnly } = context;
		const rule = readOnly ? 'readOnly' : 'protected';
		if ([profile, account, regions, clusters].every((given) => given === undefined)) {
			const problem = `${name}: say what it is recognised by: account, regions or clusters`;
			return [{ path: [name], problem }];
		}
		if (!context[rule] || profile === undefined || account !== undefined) return [];
		// A rule that another way to the same account gets around is none.
		const problem = `${name}: ${rule}: give the account, too: another profile, or keys in the environment, may lead to the same one`;
		return [{ path: [name, rule], problem }];
	});
}
