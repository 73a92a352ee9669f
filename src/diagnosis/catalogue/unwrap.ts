import type { Fields } from './explanation.ts';

/** Who speaks around the core. `placement`: the scheduler, of a task it cannot place; `start`: ECS, of a task that did not start. */
export type Wrapper = 'service' | 'placement' | 'start' | 'api-error';

type Unwrapped = { readonly core: string; readonly fields: Fields; readonly wrappers: readonly Wrapper[] };

type Layer = { readonly pattern: RegExp; readonly wrapper?: Wrapper; readonly isQuote?: boolean };

/** What tools and people write in front of a text: quotes, marks, times, ids, levels, the name of the member. */
const DRESSING: readonly Layer[] = [
	{ pattern: /^[>*_`"'….•–—✘✖❌⚠🚨|\s-]{1,12}/u, isQuote: true },
	{ pattern: /^\((?=(?:Cannot|Resource|OutOf|Docker|ContainerRuntime)\w{3,40}Error)/iu, isQuote: true },
	{ pattern: /^\[?\d{4}-\d\d-\d\d[T ,]\d\d:\d\d:\d\d\S{0,20}(?: [+-]\d\d:?\d\d)?\]? [|:]? ?/u },
	{
		pattern:
			/^[A-Z][a-z]{2,8} \d{1,2},? \d{4},? (?:at )?\d\d:\d\d(?::\d\d)?(?: [AP]M)?(?: \(UTC[^)]{0,10}\)| [+-]\d{4})? /u,
	},
	{ pattern: /^\d{1,2}\/\d{1,2}\/\d{4},? \d{1,2}:\d\d(?::\d\d)?(?: [AP]M)? /u },
	{ pattern: /^\d\d:\d\d:\d\d(?:\.\d{1,6})? /u },
	{ pattern: /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12} /u },
	{ pattern: /^\[?(?:ERROR|WARNING|WARN|INFO|FATAL|CRITICAL)(?:\[\d{1,6}\])?\]?:? (?:- )?(?=[A-Za-z(])/u },
	{ pattern: /^Error: (?!running|exit)(?=[A-Za-z(])/u },
	{
		pattern:
			/^(?:(?:task )?(?:stopped|status|stop|container|failure|rollout|rollout state) ?reason|reason|message|status ?message|container message|description|event|details?)\s?[:=|]\s?/iu,
		isQuote: true,
	},
	{ pattern: /^(?:stopped|status|stop) ?reason (?=[A-Z(])/iu },
	{ pattern: /^STOPPED ?[|(] ?/iu, isQuote: true },
	{ pattern: /^STOPPED (?:ExitCode: \d{1,3}\.? )?(?:Reason: )?(?=[A-Z]\w{5,40}Error)/u },
	{ pattern: /^ExitCode -1 /iu },
	{ pattern: /^RuntimeError: Failed to run ECS task: /u },
	{ pattern: /^\S{1,100} (?=TaskFailedToStart: )/u },
];

/**
 * What stands in front of the words that tell something, layer by layer. All four spellings of the service occur (Amazon ECS
 * developer guide, "Service event messages", and events as they are quoted in public). Each is anchored and bounded.
 */
const LAYERS: readonly Layer[] = [
	...DRESSING,
	{ pattern: /^\(service (?<service>[^\s()]{1,260})\)[,:]?\s?/iu, wrapper: 'service' },
	{ pattern: /^\(service (?<service>[^\s(),]{1,260}), ?taskSet (?<taskSet>[^\s()]{1,200})\)\s?/iu, wrapper: 'service' },
	{ pattern: /^service \((?<service>[^\s()]{1,260})\)\s?/iu, wrapper: 'service' },
	{ pattern: /^service \[(?<service>[^\s\]]{1,260})\](?:\([^\s()]{1,500}\))?\s?/iu, wrapper: 'service' },
	{
		pattern:
			/^service (?<service>[^\s():]{1,260}) (?=\(|has |was |is |operations |registered |deregistered |stopped |failed to launch |rolling |could |Timed out |Amazon ECS |deployment |task set )/iu,
		wrapper: 'service',
	},
	{ pattern: /^service (?<service>[^\s():]{1,260}): (?=ECS )/iu, wrapper: 'service' },
	{ pattern: /^service (?=was unable to |is unable to |has reached a steady )/iu, wrapper: 'service' },
	{ pattern: /^,? ?task ?set \(?(?<taskSet>[^\s()]{1,200})\)?\s?/iu },
	{ pattern: /^\(task ?set (?<taskSet>[^\s()]{1,200})\)\s?/iu },
	{ pattern: /^\(task (?<task>[^\s()]{1,200})\)\s?/iu },
	{ pattern: /^\(instance (?<instance>[^\s()]{1,100})\)\s?/iu },
	{ pattern: /^\(port (?<port>[^\s()]{1,20})\)\s?/iu },
	{ pattern: /^\(deployment (?<deployment>[^\s()]{1,100})\)\s?/iu, wrapper: 'service' },
	{
		pattern:
			/^(?:was )?unable to place a task because no container instance met all of its requirements\. (?=The closest matching |Reason: )(?:Reason: )?/iu,
		wrapper: 'placement',
	},
	{
		pattern:
			/^(?:was )?unable to place a task(?:\. Reason: |\. The reason for failure is | because (?=\w{3,40}Error\b))/iu,
		wrapper: 'placement',
	},
	{ pattern: /^was unable to reach steady state\. Reason: /iu, wrapper: 'placement' },
	{ pattern: /^failed to launch a task with \(error /iu, wrapper: 'placement' },
	{ pattern: /^(?:Error: )?TaskFailedToStart(?:: | - )(?=\S)/iu, wrapper: 'start' },
	{ pattern: /^Task failed to start(?:: | - |\. |; )(?=\S)/iu, wrapper: 'start' },
	// The reason of the container, which a tool has put behind that of the task, says more.
	{
		pattern:
			/^Essential container in task exited(?: - |: |\. | \| |, | )(?=(?:reason: )?(?:Cannot|OutOf|Docker|ContainerRuntime)\w{3,40}Error\b)/iu,
		wrapper: 'start',
	},
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
	// The AWS SDK for Go, as Terraform and Copilot show it, and what CloudFormation puts around an error.
	{
		pattern:
			/^operation error ECS: (?<operation>\w{1,80}), (?:exceeded maximum number of attempts, \d{1,3}, )?https response error StatusCode: \d{1,3}, RequestID: [\w.-]{0,60}, (?:api error )?(?<error>\w{1,80}): /iu,
		wrapper: 'api-error',
	},
	{ pattern: /^(?:creating|updating|registering|waiting for) ECS [\w ]{1,40}(?: \([^)]{1,400}\))?[\w ]{0,40}: /iu },
	{ pattern: /^Invalid request provided: \w{1,40} Invalid Request: /iu, wrapper: 'api-error' },
];

/** Layers are fewer than this, in any text of AWS's. */
const DEEPEST = 16;

/** The words that tell something, who says them, and whom they are about. */
export function unwrap(text: string): Unwrapped {
	let core = text;
	let isQuoted = false;
	const fields: Record<string, string> = {};
	const wrappers: Wrapper[] = [];
	for (let depth = 0; depth < DEEPEST; depth++) {
		const layer = LAYERS.find(({ pattern }) => pattern.test(core));
		const found = layer?.pattern.exec(core);
		if (!layer || !found) break;
		core = core.slice(found[0].length);
		isQuoted ||= layer.isQuote ?? false;
		Object.assign(fields, found.groups);
		if (layer.wrapper) wrappers.push(layer.wrapper);
	}
	const bare = withoutGuide(core);
	return { core: isQuoted ? withoutEndQuote(bare) : bare, fields, wrappers };
}

/** The pointer to the developer guide, which stands at the end of many and may be cut. */
function withoutGuide(core: string): string {
	const at = core.search(/ ?For more information, see /iu);
	return (at === -1 ? core : core.slice(0, at)).trim();
}

/** Of `…task exited",` without the end of the quotation. */
function withoutEndQuote(core: string): string {
	let to = core.length;
	while (to > 0 && '*_`"\',;} '.includes(core.charAt(to - 1))) to--;
	return core.slice(0, to);
}
