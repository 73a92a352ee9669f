import type { Block, Entry, Pattern } from '../entry.ts';
import { exitCodeWords } from '../../../model/exit-code.ts';

/** `exit 1`, `exited with code 137`; where an exit code is all there is, its number alone. */
function exits(code: string): Pick<Entry, 'match' | 'inContext'> {
	// A person's reason for a stop may begin with a number, too.
	const end = '(?=$|\\.$|[,;:)]| \\()';
	const said = new RegExp(
		`^(?:container \\S{1,255} )?exit(?:ed|s)?(?: with)?(?:[ -]exit)?[ _-]?(?:code|status)?"?\\s?[:=]?\\s?${code}${end}`,
		'iu',
	);
	return { match: [said], inContext: [new RegExp(`^${code}${end}`, 'u')] };
}

const OUT_OF_MEMORY: readonly Pattern[] = [
	/^(?:OutOf?MemoryError: )?Container killed due to memory/iu,
	[/^(?:exit(?:ed)?(?: with)?[ _-]?(?:code|status)?\s?[:=]?\s?)?\d{1,3}\b/iu, /OutOf?MemoryError: Container killed/iu],
];

const LOG = 'Read what it said last: `deckwatch logs <service> --since 15m`.';

/**
 * How containers end. Codes above 128 are 128 and a signal; 125 to 127 are Docker's (docker run, exit status). The reason of a
 * container that ran out of memory is a constant of amazon-ecs-agent, and wins over any code.
 */
export const EXIT_CODES: Block = {
	kinds: ['exit-code', 'container-reason', 'stopped-reason'],
	entries: [
		{
			id: 'container-oom',
			severity: 'high',
			match: OUT_OF_MEMORY,
			inContext: [/^OutOf?MemoryError\b/iu],
			short: 'out of memory',
			title: 'The container ran out of memory',
			cause: 'The kernel killed it, or a process in it, at its memory limit. The exit code may be any, 0 among them.',
			next: [
				'Look at its memory over the last hour: a steady climb is a leak, a jump is one request or a start that needs more.',
				'Raise `memory` of the container, or of the task on Fargate: `deckwatch deploy <service> --memory <MiB>`.',
				'A runtime with a heap of its own (Java, Node) needs a limit below that of the container.',
			],
		},
		{
			id: 'container-exit-ok',
			severity: 'warning',
			...exits('0'),
			short: exitCodeWords(0),
			title: 'The container finished normally',
			cause:
				'Nothing crashed. In a service, an essential container that ends takes the whole task down, whatever its code.',
			next: [
				'Is it a program that does its work and ends? Run it with `deckwatch run-task` or on a schedule, or make the container not essential.',
				'Else look at the command: it may have gone to the background, or found nothing to do.',
			],
		},
		{
			id: 'container-start-failed',
			severity: 'high',
			...exits('125'),
			short: exitCodeWords(125),
			cause: 'The container runtime failed before the program began; the reason of the container says more.',
			next: ['Read the reason of the container: `aws ecs describe-tasks`.'],
		},
		{
			id: 'container-command-not-executable',
			severity: 'high',
			...exits('126'),
			short: exitCodeWords(126),
			title: 'The command of the container is not executable',
			cause:
				'The file is there, but its mode lacks x, or it is no program for this system: a script with Windows line ends, for one.',
			next: [
				'Set the mode in the Dockerfile: `COPY --chmod=755`.',
				'A script needs `#!/bin/sh` as its first line, and line ends of Unix.',
			],
		},
		{
			id: 'container-command-not-found',
			severity: 'high',
			...exits('127'),
			short: exitCodeWords(127),
			title: 'The command of the container, or a library it needs, was not found',
			cause:
				'The shell in the image did not find the program, or the loader a library: another base image often lacks one.',
			next: ['Try it in the image: `docker run --rm --entrypoint sh <image> -c "command -v …; ldd …"`.', LOG],
		},
		{
			id: 'container-abort',
			severity: 'high',
			...exits('134'),
			short: exitCodeWords(134),
			title: 'The container aborted itself (SIGABRT)',
			cause:
				'The program gave up on itself: a failed assertion, a broken heap, or a runtime whose own heap limit was reached, as with Node.',
			next: [LOG, 'Node: raise `--max-old-space-size`, below the limit of the container.'],
		},
		{
			id: 'container-sigkill',
			severity: 'warning',
			...exits('137'),
			short: exitCodeWords(137),
			title: 'The container was killed (SIGKILL)',
			cause:
				'Of a task that was being stopped: it did not end within stopTimeout (30 s unless set) after SIGTERM, and is not the cause. Else ' +
				'something killed it: on Fargate mostly the memory of the whole task, which its containers share.',
			next: [
				'See whether another container ended first, or the task was told to stop: then look there.',
				"Else compare the task's memory with its limit at that minute.",
				'If it is 137 at every stop: the program does not hear SIGTERM. Let it be process 1 (exec in the entrypoint), or set initProcessEnabled.',
			],
		},
		{
			id: 'container-segfault',
			severity: 'high',
			...exits('139'),
			short: exitCodeWords(139),
			title: 'The container crashed (SIGSEGV)',
			cause:
				'Native code touched memory it may not: a library built for another libc (Alpine has musl), another CPU, or a plain bug.',
			next: ['What changed in the image: base, native modules, CPU architecture?', LOG],
		},
		{
			id: 'container-sigterm',
			severity: 'info',
			...exits('143'),
			short: exitCodeWords(143),
			title: 'The container was told to stop, and did',
			cause: 'SIGTERM came: the task was stopping. It is the victim, not the cause.',
			next: ['Look at why the task was stopped, and at the other containers.'],
		},
		{
			id: 'container-exit-255',
			severity: 'high',
			...exits('255'),
			short: exitCodeWords(255),
			title: 'The container ended with 255',
			cause:
				'The program ended with -1, or could not be run at all: the wrong CPU architecture, or an entrypoint that failed.',
			next: [LOG, 'Was the image built for the architecture of the task?'],
		},
		{
			id: 'container-exit-error',
			severity: 'high',
			...exits('(?:[1-9]|[1-9]\\d|1\\d\\d|2[0-4]\\d|25[0-4])'),
			short: 'application error',
			title: 'The container ended with an error of its own',
			cause: 'The program ended itself. Its exit code means what its authors made it mean; its log says more.',
			next: [
				LOG,
				'Did it begin with a deployment? Compare with the revision before: image, command, environment, secrets.',
			],
		},
	],
};
