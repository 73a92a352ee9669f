import { shortTaskId } from '../../model/arn.ts';
import type { LogLine } from '../../model/log-line.ts';
import { aboutService } from '../about-service.ts';
import { type FailingContainer, failingContainers } from '../failing-container.ts';
import type { Evidence } from '../evidence.ts';
import type { EvidenceLine, Finding } from '../finding.ts';

/** What a check is mostly made with, and what images of a kind mostly lack of it, by the words of their names. */
const LACKS: readonly (readonly [image: RegExp, kind: string, tools: RegExp])[] = [
	[/distroless/iu, 'has no shell and no tools', /^(?:curl|wget|nc|netcat)$/u],
	[/alpine/iu, 'mostly comes without curl', /^curl$/u],
	[/-slim\b|slim-/iu, 'mostly comes without curl, wget and nc', /^(?:curl|wget|nc|netcat)$/u],
];

const NOT_FOUND = /(?<tool>[\w.-]+): (?:command )?not found|exec: "(?<quoted>[^"]+)": executable file not found/iu;

/**
 * The command of a check is not in the image: then it fails however well the application is. A log that says so is sure; the
 * name of an image only makes it likely. A task that passes the same check disproves it.
 */
export function checkToolMissing(evidence: Evidence, now: number): readonly Finding[] {
	return failingContainers(evidence, now).flatMap((failing): readonly Finding[] => {
		const { container, othersPass } = failing;
		const tool = toolOf(container.healthCheck.command);
		if (tool === undefined || othersPass) return [];
		const said = sayingSo(evidence, failing, tool);
		const lack = LACKS.find(([image, , tools]) => image.test(container.image) && tools.test(tool));
		if (!said && !lack) return [];
		const { name, image } = container;
		const isThere = `${tool} is not in the image of ${name}`;
		const guess = `${tool} may not be in the image of ${name}: one like ${image.split('/').at(-1)} ${lack?.[1]}`;
		return [
			aboutService(evidence.service, {
				id: 'x-hc-tool-missing',
				severity: said ? 'high' : 'warning',
				confidence: said ? 'high' : 'low',
				sentence: said ? `${isThere}, so its health check cannot pass` : guess,
				evidence: [
					...(said ? [logLine(said)] : []),
					{
						text: `${name} runs ${image}, and is checked by: ${container.healthCheck.command.slice(1).join(' ')}`,
						api: 'ecs:DescribeTaskDefinition',
						place: { kind: 'task-definition' },
					},
				],
				next: [
					{
						text: 'Run the check in the container: exit 127 is a command that is not there',
						binding: 'open.health',
						command: `deckwatch health ${evidence.service.serviceName} --run`,
					},
					{ text: `Put ${tool} into the image, or check with something that is in it` },
				],
				...(said && { explains: ['container-healthcheck-failed'] }),
			}),
		];
	});
}

/** The first word that runs: `curl`. A shell runs what follows it; a command of the image's own is there. */
function toolOf([kind, ...rest]: readonly string[]): string | undefined {
	const words = (kind === 'CMD' || kind === 'CMD-SHELL' ? rest : [kind, ...rest]).join(' ').split(/\s+/u);
	const [first = ''] = words.filter((word) => word !== '' && !/^(?:\/bin\/)?(?:ba|da)?sh$|^-c$|^exec$/u.test(word));
	const tool = first.split('/').at(-1) ?? '';
	return /^(?:curl|wget|nc|netcat|node|python3?|ruby|php|java|pg_isready|redis-cli|grpc_health_probe)$/u.test(tool)
		? tool
		: undefined;
}

function sayingSo({ lastLines }: Evidence, { tasks, container }: FailingContainer, tool: string): LogLine | undefined {
	const lines = tasks.flatMap(({ taskArn }) => lastLines?.[taskArn] ?? []);
	return lines.find(({ source, text }) => {
		const { tool: plain, quoted } = NOT_FOUND.exec(text)?.groups ?? {};
		return source.container === container.name && (plain ?? quoted)?.split('/').at(-1) === tool;
	});
}

function logLine({ text, timestamp: at, source: { taskArn } }: LogLine): EvidenceLine {
	const place = { kind: 'log', taskArn, at } as const;
	return { text: `task ${shortTaskId(taskArn)} said: ${text}`, api: 'logs:FilterLogEvents', at, place };
}
