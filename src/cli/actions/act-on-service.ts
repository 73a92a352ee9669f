import type { Argv } from 'yargs';
import type { Action } from '../../actions/action.ts';
import { subjectOf } from '../../actions/subject.ts';
import type { CommandContext } from '../command.ts';
import type { ExitStatus } from '../exit-status.ts';
import { findService } from '../find.ts';
import { withActionOptions, type ActionArguments } from './action-options.ts';
import { runAction, type Afterwards } from './run-action.ts';

/** What every command that changes one service takes. */
export type ServiceActionArguments = ActionArguments & { readonly service: string };

/** The service, and the options of a command that changes it. */
export function withServiceOptions(yargs: Argv): Argv {
	return withActionOptions(yargs).positional('service', {
		type: 'string',
		describe: 'Service by name or ARN',
		demandOption: true,
	});
}

/**
 * Finds the service that is named, and runs an action on it.
 * @throws {UsageError} when there is no such service, or several, or as `runAction`
 * @throws {AwsCallError} when it cannot be read
 */
export async function actOnService<Snapshot, Input>(
	context: CommandContext<ServiceActionArguments>,
	action: Action<Snapshot, Input>,
	input: Input,
	afterwards?: Afterwards<Input>,
): Promise<ExitStatus> {
	const target = await context.target();
	const { service } = await findService(target, context.args.service, context.io.signal);
	return runAction(context, action, { target, subject: subjectOf(service), input }, afterwards);
}
