import { readDeploySnapshot } from '../../actions/deploy/deploy-snapshot.ts';
import { sure } from '../../actions/look.ts';
import { rollbackChoices, type RollbackChoice } from '../../actions/rollback/rollback-choices.ts';
import { subjectOf } from '../../actions/subject.ts';
import { age } from '../../model/age.ts';
import { familyRevision } from '../../model/arn.ts';
import { withActionOptions, type ActionArguments } from '../actions/action-options.ts';
import { runAction } from '../actions/run-action.ts';
import type { Command } from '../command.ts';
import { findService } from '../find.ts';
import { printList } from '../print-list.ts';
import type { PrintColumn } from '../print-table.ts';

type Arguments = ActionArguments & { readonly service: string; readonly to?: string; readonly list?: boolean };

function columns(now: number): readonly PrintColumn<RollbackChoice>[] {
	return [
		{ title: 'REVISION', text: ({ taskDefinition }) => familyRevision(taskDefinition) },
		{
			title: 'DEPLOYED',
			text: ({ deployedAt }) => (deployedAt === undefined ? '-' : new Date(deployedAt).toISOString()),
		},
		{ title: 'AGE', align: 'right', text: ({ deployedAt }) => age(deployedAt, now) },
		{ title: 'IMAGES', text: ({ images }) => images.map(({ image }) => image).join(' ') },
	];
}

export const rollback: Command<Arguments> = {
	command: 'rollback <service>',
	describe: 'Stop a deployment under way, or go back to the last revision that succeeded',
	changes: true,
	builder: (yargs) =>
		withActionOptions(yargs)
			.positional('service', { type: 'string', describe: 'Service by name or ARN', demandOption: true })
			.option('to', { type: 'string', nargs: 1, describe: 'The revision to go back to: 42 or family:42' })
			.option('list', { type: 'boolean', describe: 'Only list the revisions that it could go back to' }),
	async run(context) {
		const { service: name, to, list } = context.args;
		const target = await context.target();
		const { service } = await findService(target, name, context.io.signal);
		const subject = subjectOf(service);
		if (list) {
			const snapshot = await readDeploySnapshot(target.aws, subject, {}, context.io.signal);
			sure(snapshot.history);
			const rows = rollbackChoices(snapshot);
			return printList(context, { name: 'revisions', rows, columns: columns(context.io.now()) });
		}
		const input = to === undefined ? {} : { to };
		const { rollback: action } = await import('../../actions/rollback/rollback.ts');
		return runAction(context, action, { target, subject, input });
	},
};
