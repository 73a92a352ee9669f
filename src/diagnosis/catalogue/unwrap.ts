import type { Fields } from './explanation.ts';

/** Who speaks around the core. `placement`: the scheduler, of a task it cannot place; `start`: ECS, of a task that did not start. */
export type Wrapper = 'service' | 'placement' | 'start' | 'api-error';

type Unwrapped = { readonly core: string; readonly fields: Fields; readonly wrappers: readonly Wrapper[] };

type Layer = { readonly pattern: RegExp; readonly wrapper?: Wrapper };

/**
 * What stands in front of the words that tell something, layer by layer. All four spellings of the service occur (Amazon ECS
 * developer guide, "Service event messages", and events as they are quoted in public). Each is anchored and bounded.
 */
const LAYERS: readonly Layer[] = [
	{ pattern: /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d\S{0,20}(?: [+-]\d\d:?\d\d)? [|:]? ?/u },
	{ pattern: /^(?:Stopped reason|Status reason|Reason)[: ]\s?(?=[A-Z(])/u },
	{ pattern: /^STOPPED \(/u },
	{ pattern: /^(?:ERROR|WARNING): (?=\(?service )/u },
	{ pattern: /^\(service (?<service>[^\s()]{1,260})\)[,:]?\s?/iu, wrapper: 'service' },
	{ pattern: /^\(service (?<service>[^\s(),]{1,260}), ?taskSet (?<taskSet>[^\s()]{1,200})\)\s?/iu, wrapper: 'service' },
	{ pattern: /^service \((?<service>[^\s()]{1,260})\)\s?/iu, wrapper: 'service' },
	{ pattern: /^service \[(?<service>[^\s\]]{1,260})\]\s?/iu, wrapper: 'service' },
	{
		pattern:
			/^service (?<service>[^\s():]{1,260}) (?=\(|has |was |is |operations |registered |deregistered |stopped |failed to launch |rolling |could |Timed out |Amazon ECS |deployment |task set )/iu,
		wrapper: 'service',
	},
	{ pattern: /^,? ?task ?set \(?(?<taskSet>[^\s()]{1,200})\)?\s?/iu },
	{ pattern: /^\(task ?set (?<taskSet>[^\s()]{1,200})\)\s?/iu },
	{ pattern: /^\(task (?<task>[^\s()]{1,200})\)\s?/iu },
	{ pattern: /^\(instance (?<instance>[^\s()]{1,100})\)\s?/iu },
	{ pattern: /^\(port (?<port>[^\s()]{1,20})\)\s?/iu },
	{ pattern: /^\(deployment (?<deployment>[^\s()]{1,100})\)\s?/iu },
	{
		pattern:
			/^was unable to place a task because no container instance met all of its requirements\. (?=The closest matching |Reason: )(?:Reason: )?/iu,
		wrapper: 'placement',
	},
	{ pattern: /^was unable to place a task\. Reason: /iu, wrapper: 'placement' },
	{ pattern: /^was unable to reach steady state\. Reason: /iu, wrapper: 'placement' },
	{ pattern: /^failed to launch a task with \(error /iu, wrapper: 'placement' },
	{ pattern: /^(?:Error: )?TaskFailedToStart(?:: | - )(?=\S)/iu, wrapper: 'start' },
	{
		pattern:
			/^(?:aws: )?(?:\[ERROR\] )?(?:\w{1,60}: )?An error occurred \((?<error>\w{1,80})\) when calling the (?<operation>\w{1,80}) operation(?: \(reached max retries: \d{1,3}\))?: /iu,
		wrapper: 'api-error',
	},
	{
		pattern:
			/^(?:Error: )?(?:software\.amazon\.awssdk\.services\.\w{1,40}\.model\.)?(?<error>(?:Client|InvalidParameter|Server|TargetNotConnected|Throttling|ClusterNotFound|ServiceNotFound|AccessDenied)Exception): /u,
		wrapper: 'api-error',
	},
];

/** Layers are fewer than this, in any text of AWS's. */
const DEEPEST = 12;

/** The words that tell something, who says them, and whom they are about. */
export function unwrap(text: string): Unwrapped {
	let core = text;
	const fields: Record<string, string> = {};
	const wrappers: Wrapper[] = [];
	for (let depth = 0; depth < DEEPEST; depth++) {
		const layer = LAYERS.find(({ pattern }) => pattern.test(core));
		const found = layer?.pattern.exec(core);
		if (!layer || !found) break;
		core = core.slice(found[0].length);
		Object.assign(fields, found.groups);
		if (layer.wrapper) wrappers.push(layer.wrapper);
	}
	return { core: withoutGuide(core), fields, wrappers };
}

/** The pointer to the developer guide, which stands at the end of many and may be cut. */
function withoutGuide(core: string): string {
	const at = core.search(/ ?For more information, see /iu);
	return (at === -1 ? core : core.slice(0, at)).trim();
}
