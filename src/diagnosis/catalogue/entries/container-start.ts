import type { Block, Pattern } from '../entry.ts';
import { TASK_KINDS } from '../entry.ts';

/** How a failure to create or start a container begins. */
const STARTING =
	/^(?:Cannot(?:Create|Start)\w{0,20}Error\b|ContainerRuntimeError\b|ResourceInitializationError: failed to (?:create|start) |API error \(\d{3}\): (?:Cannot start container|OCI runtime|failed to create)|OCI runtime create failed|failed to create (?:shim )?task|driver failed programming external connectivity)/iu;

const starting = (...tails: readonly RegExp[]): readonly Pattern[] => tails.map((tail) => [STARTING, tail]);

const SHOW = 'Read all of the text: `aws ecs describe-tasks`, the reason of each container.';

/**
 * Containers that could not be created, started, looked at or stopped. Wordings: Amazon ECS developer guide, "Stopped tasks error
 * codes"; amazon-ecs-agent; Docker and runc, as issues quote them, see test/fixtures/messages.jsonl.
 */
export const CONTAINER_START: Block = {
	kinds: TASK_KINDS,
	entries: [
		{
			id: 'exec-format-error',
			severity: 'high',
			match: starting(/exec format error/iu),
			short: 'its image is not built for this CPU',
			title: 'The program in the image is not built for this CPU',
			cause:
				'The image is for another CPU architecture, or its entrypoint is a script without a first line that names its shell.',
			next: [
				'Build for the right one: `docker buildx build --platform linux/amd64` (or linux/arm64).',
				'A script needs `#!/bin/sh` as its very first line, without a byte order mark.',
			],
		},
		{
			id: 'container-oom-init',
			severity: 'high',
			match: starting(/init was OOM-killed|memory limit too low/iu),
			short: 'its memory limit is too low to start',
			cause: 'The limit is so low that the runtime itself was killed before the program started.',
			next: ['Raise `memory` of the container: it is in MiB, and a few of them are not enough.'],
		},
		{
			id: 'container-port-bind-failed',
			severity: 'high',
			match: [
				/^Bind for \S{1,60} failed: port is already allocated/iu,
				...starting(/Bind for \S{1,60} failed|port is already allocated|address already in use/iu),
			],
			short: 'its port is taken',
			title: ({ address }) => (address === undefined ? 'The host port is taken' : `${address} is taken on the host`),
			cause:
				'Something that ECS does not know of has the port on the instance: a process of its own, or a container that has not quite ended.',
			next: [
				'Find it on the instance (`ss -ltnp`), or drain the instance and let the task start on another.',
				'hostPort 0 behind a load balancer avoids it.',
			],
		},
		{
			id: 'container-command-not-found',
			severity: 'high',
			match: starting(
				/executable file not found|exec: "[^"]{0,500}": (?:stat|no such file)|no such file or directory"?: unknown/iu,
			),
			short: 'its command was not found',
			title: ({ command }) =>
				command === undefined
					? 'The command was not found in the image'
					: `The command "${command}" was not found in the image`,
			cause: ({ command = '' }) =>
				command.includes(' ')
					? 'The whole line was taken as the name of one program: `command` and `entryPoint` are lists of words.'
					: 'The image has no such program on its PATH: another base image, another stage of the build, or a typing error.',
			next: [
				'Compare `command` and `entryPoint` of the task definition with the image: `docker run --rm --entrypoint sh <image> -c "command -v …"`.',
				'The revision before still runs: `deckwatch rollback <service>`.',
			],
		},
		{
			id: 'container-command-not-executable',
			severity: 'high',
			match: starting(
				/exec:? (?:"[^"]{0,500}"|\S{1,300}): permission denied|starting container process caused "?permission denied/iu,
			),
			short: 'its command is not executable',
			title: ({ command }) =>
				command === undefined ? 'The command may not be executed' : `The command "${command}" may not be executed`,
			cause: 'The file is there, but its mode lacks x, or the user of the image may not run it.',
			next: ['Set the mode in the Dockerfile: `COPY --chmod=755`.'],
		},
		{
			id: 'host-disk-full',
			severity: 'high',
			match: starting(/Thin Pool has|no space left/iu),
			short: 'no disk space left',
			title: 'The disk of the container instance is full',
			cause: 'The container runtime has no room left on the instance for another container.',
			next: [
				'Drain the instance and replace it; give the next one a larger disk.',
				'Old images and containers: ECS_IMAGE_CLEANUP_INTERVAL and ECS_ENGINE_TASK_CLEANUP_WAIT_DURATION of the agent.',
			],
		},
		{
			id: 'container-runtime-timeout',
			severity: 'high',
			match: [
				/^(?:ContainerRuntime|Docker)TimeoutError\b/iu,
				/^(?:Cannot\w{4,30}Error: )?Could not tran(?:si|is)tion to \w{4,12}; timed out/iu,
			],
			short: 'the container runtime took too long',
			cause:
				'The host is overloaded, its disk is slow (many large images at once), or the log driver waits for something out of reach.',
			next: [
				'If it is always the same container instance: drain it and replace it.',
				'Else see whether the subnet reaches CloudWatch Logs: a log driver that waits holds up the start.',
			],
		},
		{
			id: 'container-inspect-failed',
			severity: 'warning',
			match: [/^CannotInspectContainerError\b/u],
			short: 'the container runtime could not look at its container',
			cause: 'The agent asked the container runtime about the container and got no answer it could use.',
			next: ['If it is always the same container instance: drain it and replace it.', SHOW],
		},
		{
			id: 'container-stop-failed',
			severity: 'warning',
			match: [/^CannotStopContainerError\b/u, /^failed sending SIG\w{3,5} to container/iu],
			short: 'its container could not be stopped',
			cause: 'The container runtime did not carry out the stop; the container may still run on the instance.',
			next: ['Look on the container instance (`docker ps`); drain and replace it if the runtime hangs.'],
		},
		{
			id: 'container-vanished',
			severity: 'high',
			match: [/^ContainerVanishedError\b/u],
			short: 'its container was gone when the agent looked for it',
			cause:
				'The container was removed behind the back of the agent: by a person, a clean-up script, or a runtime that was set up anew.',
			next: ['Look for what removes containers on that instance: a cron job with `docker system prune`, mostly.'],
		},
		{
			id: 'container-dependency-failed',
			severity: 'high',
			match: [/^(?:\w{1,40}: )?dependency graph: failed to resolve container ordering dependency/iu],
			short: 'the container it depends on did not get there',
			cause:
				'A container under `dependsOn` did not reach the condition that is asked for: it failed, or its health check never passed.',
			next: [
				'Look at the other container: its exit code and its log are the cause.',
				'A dependency on HEALTHY needs a health check.',
			],
		},
		{
			id: 'container-create-failed',
			severity: 'high',
			match: [/^CannotCreate\w{0,20}Error\b/u],
			short: 'its container could not be created',
			cause: 'The container runtime refused to create the container; the end of the text says why.',
			next: [SHOW],
		},
		{
			id: 'container-start-failed',
			severity: 'high',
			match: [
				/^CannotStart\w{0,20}Error\b/u,
				/^ContainerRuntimeError\b/u,
				/^failed to get container status: /iu,
				STARTING,
			],
			short: 'its container could not be started',
			cause: 'The container runtime could not start the container; the end of the text says why.',
			next: [SHOW],
		},
		{
			id: 'resource-init-failed',
			severity: 'high',
			match: [/^ResourceInitializationError\b/iu],
			short: 'what the task needs could not be set up',
			cause:
				'Before the first container, ECS sets up network, volumes, secrets and logs. One of them failed; the end of the text says which.',
			next: ['Get all of the text: `aws ecs describe-tasks`, stoppedReason.'],
		},
	],
};
