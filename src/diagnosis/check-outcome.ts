/** curl's exit codes that health checks meet (curl manual, EXIT CODES). */
const CURL: Readonly<Record<number, string>> = {
	6: 'the host name does not resolve',
	7: 'connection refused: nothing listens on that address and port',
	22: 'it answers with a status of 400 or more',
	28: "curl's own timeout ran out",
	35: 'the TLS handshake failed: is it plain HTTP?',
	52: 'the connection was closed without an answer',
	56: 'the connection was reset',
	60: 'its certificate is not trusted',
};

/** GNU wget's (wget manual, Exit Status); that of busybox has only 1. */
const WGET: Readonly<Record<number, string>> = {
	4: 'the network failed: connection refused, or no answer',
	5: 'its certificate is not trusted',
	8: 'it answers with an error status',
};

/** What a shell, or the runtime, ends with (POSIX, Shell Command Language; Docker's -1 for a probe that took too long). */
const SHELL: Readonly<Record<number, string>> = {
	[-1]: 'it took longer than the timeout of the check, and was cut off',
	126: 'the command cannot be executed: permissions or format',
	137: 'it was killed by SIGKILL',
};

/** What a text says that the exit code may not: `|| exit 1` hides the code of curl. Most specific first. */
const SAID: readonly (readonly [pattern: RegExp, words: (match: RegExpExecArray) => string])[] = [
	[
		/Health check exceeded timeout \((?<after>[^)]+)\)/iu,
		({ groups }) => `it took longer than ${groups?.['after']}, and was cut off`,
	],
	[
		/exec: "?(?<tool>[^\s":]+)"?: (?:executable file not found|stat )|(?:^|[\s/:])(?<named>[\w.-]+): (?:command )?not found/iu,
		({ groups }) => missing(groups?.['tool'] ?? groups?.['named']),
	],
	[
		/port (?<port>\d+)[^\n⏎]*?connection refused/iu,
		({ groups }) => `connection refused: nothing listens on port ${groups?.['port']}`,
	],
	[
		/(?:returned error: |HTTP\/\d(?:\.\d)? |ERROR )(?<code>[45]\d\d)\b/iu,
		({ groups }) => `it answers ${groups?.['code']}`,
	],
	[
		/can't connect to remote host|connection refused|ECONNREFUSED/iu,
		() => 'connection refused: nothing listens on that address and port',
	],
	[/bad address|could not resolve host|unable to resolve|ENOTFOUND/iu, () => 'the host name does not resolve'],
	[/connection reset|ECONNRESET/iu, () => 'the connection was reset'],
	[/permission denied/iu, () => 'permission denied'],
	[/timed out|ETIMEDOUT/iu, () => 'no answer in time'],
];

/**
 * What the outcome of a container health check says, in words: `connection refused: nothing listens on port 8080 (exit 7)`.
 * @param output what it printed, masked by the caller where it may hold secrets
 * @param command as in the task definition; tells whose exit code it is when nothing was printed
 */
export function checkOutcome(exitCode: number, output: string, command: readonly string[] = []): string {
	if (exitCode === 0) return 'it passes';
	const words = ofOutput(output) ?? ofCode(exitCode, `${output} ${command.join(' ')}`);
	const code = exitCode === -1 ? '' : ` (exit ${exitCode})`;
	return `${words ?? 'it fails'}${code}`;
}

function ofOutput(output: string): string | undefined {
	for (const [pattern, words] of SAID) {
		const match = pattern.exec(output);
		if (match) return words(match);
	}
	const code = /curl: \((?<code>\d+)\)/u.exec(output)?.groups?.['code'];
	return code === undefined ? undefined : CURL[Number(code)];
}

function ofCode(exitCode: number, context: string): string | undefined {
	if (exitCode === 127) return missing(undefined);
	if (SHELL[exitCode] !== undefined) return SHELL[exitCode];
	if (/\bcurl\b/u.test(context)) return CURL[exitCode];
	return /\bwget\b/u.test(context) ? WGET[exitCode] : undefined;
}

function missing(tool: string | undefined): string {
	return `${tool === undefined ? 'its command' : tool} is not in the image`;
}
