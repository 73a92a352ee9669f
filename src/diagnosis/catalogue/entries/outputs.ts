import type { Block } from '../entry.ts';

/** What container runtimes say of a health check that takes too long (moby, health.go). */
export const HEALTH_CHECK_OUTPUT: Block = {
	kinds: ['healthcheck-output'],
	entries: [
		{
			id: 'hc-timeout',
			severity: 'high',
			match: [/^Health check exceeded timeout \(\S{1,20}\)/iu],
			short: 'its health check takes too long',
			title: ({ timeout }) => `The health check takes longer than ${timeout ?? 'its timeout'}`,
			cause:
				'The command was killed at its timeout. The program is too slow to answer, or the command itself waits as long as the check may ' +
				'take; one that starts a whole runtime (node, python, java) is slow by itself when CPU is short.',
			next: [
				'Let the command give up earlier than the check: `curl -m 3` for a timeout of 5 s.',
				'Compare CPU at that minute; raise `timeout` of the health check (at most 60 s) if the program needs it.',
			],
		},
	],
};

/** The one line that a container's log ends with when its program is for another CPU (runc, and the shell of newer ones). */
export const CONTAINER_LOG: Block = {
	kinds: ['container-log', 'container-reason', 'stopped-reason'],
	entries: [
		{
			id: 'exec-format-error',
			severity: 'high',
			match: [
				/^(?:standard_init_linux\.go:\d{1,5}: )?exec user process caused:? "?exec format error"?\.?$/iu,
				/^exec \/?[\w./-]{1,300}: exec format error$/iu,
			],
			short: 'its image is not built for this CPU',
			title: 'The program in the image is not built for this CPU',
			cause:
				'The image is for another CPU architecture, or its entrypoint is a script without a first line that names its shell.',
			next: [
				'Build for the right one: `docker buildx build --platform linux/amd64` (or linux/arm64).',
				'Or set `runtimePlatform.cpuArchitecture` of the task definition to that of the image.',
				'A script needs `#!/bin/sh` as its very first line.',
			],
		},
	],
};
