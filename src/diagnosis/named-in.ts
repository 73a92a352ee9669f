import type { Task } from '../model/task.ts';
import type { Evidence } from './evidence.ts';
import type { StopCause } from './stop-cause.ts';

/**
 * What the reason is about, by its name: ` (shop/checkout:2026-11-20.9 of app)`. Read out of AWS's text, else out of the task.
 * Empty where neither tells.
 */
export function namedIn(task: Task, { id, container, fields }: StopCause, { taskDefinitions = {} }: Evidence): string {
	const definition = taskDefinitions[task.taskDefinitionArn];
	const own = definition?.containerDefinitions.find(({ name }) => name === container?.name);
	const whose = container === undefined ? '' : container.name;
	const thing = nameOf(id, {
		image: container?.image ?? own?.image,
		group: own?.logs?.group,
		subnet: task.subnetId,
		...fields,
	});
	const parts = [thing, whose].filter((part) => part !== undefined && part !== '');
	return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}

type Names = Readonly<Record<string, string | undefined>>;

function nameOf(id: string, { image, secret, group, subnet, port }: Names): string | undefined {
	if (id.startsWith('image-')) return image;
	if (id.startsWith('secret-')) return secret;
	if (id.startsWith('log-')) return group;
	if (/^(?:subnet|eni)-/u.test(id)) return subnet;
	return port;
}
