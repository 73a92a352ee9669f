import type { Context } from '../../model/context.ts';
import type { Config } from './config-schema.ts';

/** The contexts of the config file, in its order. */
export function contextsOf({ contexts = {} }: Pick<Config, 'contexts'>): readonly Context[] {
	return Object.entries(contexts).map(([name, context]) => ({ name, ...context }));
}
