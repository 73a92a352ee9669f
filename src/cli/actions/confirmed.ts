import { createInterface } from 'node:readline/promises';
import type { Subject } from '../../actions/subject.ts';
import type { Guard } from '../../model/context.ts';
import type { Io } from '../io.ts';
import { UsageError } from '../usage-error.ts';
import type { ActionArguments } from './action-options.ts';

type Asked = { readonly subject: Subject; readonly guard: Guard };

/**
 * Whether to go on: by the options, else by what is answered. In a protected context the service's name stands for yes,
 * typed or as `--confirm`: a command that was meant for another place then does not do by habit, nor does `--yes`.
 * Ctrl-C and the end of the input mean no.
 * @throws {UsageError} where nobody can be asked, or an option is not enough
 */
export async function confirmed(
	io: Io,
	{ yes, confirm }: Pick<ActionArguments, 'yes' | 'confirm'>,
	{ subject, guard }: Asked,
): Promise<boolean> {
	const { serviceName, clusterName, region, account } = subject;
	if (confirm !== undefined && confirm !== serviceName) {
		throw new UsageError(`--confirm says "${confirm}", and what would be changed is ${serviceName}. Nothing was sent.`);
	}
	if (confirm !== undefined || (yes && !guard.protected)) return true;
	const context = `the protected context ${guard.context}`;
	if (yes) {
		throw new UsageError(
			`${serviceName} is in ${context}, where --yes is not enough. Nothing was sent.\n` +
				`  --confirm ${serviceName} carries it out.`,
		);
	}
	if (!io.stdin?.isTTY || !io.stderr.isTTY) {
		throw new UsageError(
			guard.protected
				? `This changes ${context}, and there is no terminal to ask in: --confirm ${serviceName} carries it out, --dry-run only shows it.`
				: 'This changes AWS, and there is no terminal to ask in: --yes carries it out, --dry-run only shows it.',
		);
	}
	if (!guard.protected) return /^y(es)?$/iu.test(await answerTo('Carry it out? [y/N] ', io));
	const where = `${guard.context} is protected: cluster ${clusterName}, ${region}, account ${account}.`;
	const answer = await answerTo(`${where}\nType ${serviceName} to carry it out: `, io);
	return answer !== '' && answer === serviceName;
}

async function answerTo(question: string, { stdin, stderr, signal }: Io): Promise<string> {
	if (!stdin) return '';
	const terminal = createInterface({ input: stdin, output: stderr });
	const closed = new Promise<string>((resolve) => {
		terminal.once('close', () => resolve(''));
	});
	try {
		const answer = await Promise.race([terminal.question(question, { signal }), closed]);
		return answer.trim();
	} catch {
		return '';
	} finally {
		terminal.close();
	}
}
