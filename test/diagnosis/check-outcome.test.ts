import { expect, test } from 'vitest';
import { checkOutcome } from '../../src/diagnosis/check-outcome.ts';

const CURL = ['CMD-SHELL', 'curl -fs http://localhost:8080/healthz || exit 1'];

test('a pass is a pass, whatever it printed', () => {
	expect(checkOutcome(0, 'curl: (7) no')).toBe('it passes');
});

test.each([
	[
		7,
		'curl: (7) Failed to connect to localhost port 8080: Connection refused',
		'connection refused: nothing listens on port 8080 (exit 7)',
	],
	[
		1,
		'curl: (7) Failed to connect to localhost port 8080 after 0 ms: Connection refused',
		'connection refused: nothing listens on port 8080 (exit 1)',
	],
	[
		1,
		"wget: can't connect to remote host (127.0.0.1): Connection refused",
		'connection refused: nothing listens on that address and port (exit 1)',
	],
	[22, 'curl: (22) The requested URL returned error: 404', 'it answers 404 (exit 22)'],
	[1, 'wget: server returned error: HTTP/1.1 503 Service Unavailable', 'it answers 503 (exit 1)'],
	[28, 'curl: (28) Operation timed out after 3001 milliseconds with 0 bytes received', 'no answer in time (exit 28)'],
	[52, 'curl: (52) Empty reply from server', 'the connection was closed without an answer (exit 52)'],
	[127, '/bin/sh: 1: curl: not found', 'curl is not in the image (exit 127)'],
	[1, '/bin/sh: curl: not found', 'curl is not in the image (exit 1)'],
	[127, 'bash: line 1: wget: command not found', 'wget is not in the image (exit 127)'],
	[
		-1,
		'OCI runtime exec failed: exec failed: unable to start container process: exec: "curl": executable file not found in $PATH: unknown',
		'curl is not in the image',
	],
	[-1, 'Health check exceeded timeout (5s)', 'it took longer than 5s, and was cut off'],
	[-1, 'Health check exceeded timeout (5s): partial', 'it took longer than 5s, and was cut off'],
])('exit %i, %s', (exitCode, output, words) => {
	expect(checkOutcome(exitCode, output)).toBe(words);
});

test('without output the exit code speaks, of the tool that the command names', () => {
	expect(checkOutcome(7, '', CURL)).toBe('connection refused: nothing listens on that address and port (exit 7)');
	expect(checkOutcome(8, '', ['CMD', 'wget', '-q', 'http://localhost'])).toBe(
		'it answers with an error status (exit 8)',
	);
	expect(checkOutcome(127, '')).toBe('its command is not in the image (exit 127)');
	expect(checkOutcome(-1, '')).toBe('it took longer than the timeout of the check, and was cut off');
});

test('what nobody knows is only a failure', () => {
	expect(checkOutcome(7, '', ['CMD', '/app/check'])).toBe('it fails (exit 7)');
	expect(checkOutcome(3, 'disk is full')).toBe('it fails (exit 3)');
});
