import { exec } from 'node:child_process';
import type { AwsCredentialIdentity } from '@smithy/types';
import { CredentialsError } from './credentials-error.ts';

type Answer = Readonly<Record<string, unknown>>;

/**
 * Credentials of a program that a profile names (AWS SDKs and Tools Reference Guide, "Process credential provider").
 * Run here rather than by the SDK, which does not let go of a program that hangs.
 * @param closing ends the program
 * @throws {CredentialsError} with what the program said
 */
export async function credentialProcess(
	command: string,
	profile: string,
	closing: AbortSignal,
): Promise<AwsCredentialIdentity> {
	const wrong = (problem: string) =>
		new CredentialsError(`The credential_process of the profile ${profile} ${problem}`, {
			code: 'CredentialRetrievalError',
			next: `Run it by hand, or correct the profile ${profile} in ~/.aws/config.`,
		});
	const answer = parse(await run(command, closing, wrong));
	if (answer === undefined) throw wrong('did not print one JSON object.');
	if (answer['Version'] !== 1) throw wrong('did not print "Version": 1.');
	const accessKeyId = text(answer, 'AccessKeyId');
	const secretAccessKey = text(answer, 'SecretAccessKey');
	if (accessKeyId === undefined) throw wrong('printed no AccessKeyId.');
	if (secretAccessKey === undefined) throw wrong('printed no SecretAccessKey.');
	const sessionToken = text(answer, 'SessionToken');
	const expires = text(answer, 'Expiration');
	const expiration = expires === undefined ? undefined : new Date(expires);
	if (expiration && !(expiration.getTime() > Date.now())) throw wrong(`printed keys that expired: ${expires}.`);
	return {
		accessKeyId,
		secretAccessKey,
		...(sessionToken === undefined ? {} : { sessionToken }),
		...(expiration === undefined ? {} : { expiration }),
	};
}

function run(command: string, closing: AbortSignal, wrong: (problem: string) => Error): Promise<string> {
	return new Promise((resolve, reject) => {
		exec(command, { signal: closing }, (error, stdout, stderr) => {
			if (!error) return resolve(stdout);
			const how =
				typeof error.code === 'number' ? `ended with status ${error.code}` : `failed (${error.code ?? error.signal})`;
			reject(wrong(`${how}${stderr.trim() === '' ? ' and said nothing.' : `: ${stderr.trim()}`}`));
		});
	});
}

function parse(printed: string): Answer | undefined {
	try {
		const answer: unknown = JSON.parse(printed);
		return typeof answer === 'object' && answer !== null ? (answer as Answer) : undefined;
	} catch {
		return undefined;
	}
}

function text(answer: Answer, name: string): string | undefined {
	const value = answer[name];
	return typeof value === 'string' && value !== '' ? value : undefined;
}
