import { parseImageRef } from '../../model/image-ref.ts';
import { aboutService } from '../about-service.ts';
import { isAiling } from '../ailing.ts';
import type { Evidence } from '../evidence.ts';
import type { EvidenceLine, Finding } from '../finding.ts';

/** Digests are told by their first digits: `sha256:` and twelve of them. */
const DIGEST = 19;

/** x-mutable-image: a tag that means another image from day to day, or tasks of one revision that run different ones. */
export function mutableImage(evidence: Evidence, now: number): readonly Finding[] {
	const { service, taskDefinitions = {} } = evidence;
	const mixed = mixedImages(evidence);
	const [odd] = mixed;
	const definition = taskDefinitions[service.taskDefinition];
	const loose = definition?.containerDefinitions.filter(({ image }) => parseImageRef(image)?.tag === 'latest') ?? [];
	const [first] = loose;
	if (!odd && !first) return [];
	const name = odd?.container ?? first?.name ?? '';
	return [
		aboutService(service, {
			id: 'x-mutable-image',
			severity: odd && isAiling(evidence, now) ? 'warning' : 'info',
			confidence: odd ? 'high' : 'medium',
			sentence: odd
				? `tasks of one revision run different images of ${name}: its tag was moved`
				: `${name} runs ${first?.image}, a tag that means another image from day to day`,
			evidence: [
				...mixed.map(({ text }): EvidenceLine => ({ text, api: 'ecs:DescribeTasks' })),
				...loose.map(({ name: container, image }): EvidenceLine => ({
					text: `${container}: ${image}`,
					api: 'ecs:DescribeTaskDefinition',
					place: { kind: 'task-definition' },
				})),
			],
			next: [{ text: 'Deploy images by a tag that stays, or by their digest', binding: 'act.deploy' }],
		}),
	];
}

/** Containers of which running tasks of one revision have different digests. */
function mixedImages({ tasks = [] }: Evidence): readonly { readonly container: string; readonly text: string }[] {
	const running = tasks.filter(({ lastStatus }) => lastStatus === 'RUNNING');
	const seen = running.flatMap(({ taskDefinitionArn, containers }) =>
		containers.flatMap(({ name, image = '', imageDigest }) =>
			imageDigest === undefined ? [] : [{ key: JSON.stringify([taskDefinitionArn, name, image]), name, imageDigest }],
		),
	);
	return Array.from(Map.groupBy(seen, ({ key }) => key).values(), (members) => {
		const digests = [...new Set(members.map(({ imageDigest }) => imageDigest.slice(0, DIGEST)))];
		const container = members[0]?.name ?? '';
		return { container, digests, text: `${container} runs as ${digests.join(' and ')}` };
	}).filter(({ digests }) => digests.length > 1);
}
