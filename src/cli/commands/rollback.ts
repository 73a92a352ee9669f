import { readDeploySnapshot } from '../../actions/deploy/deploy-snapshot.ts';
import { sure } from '../../actions/look.ts';
import { rollbackChoices, type RollbackChoice } from '../../actions/rollback/rollback-choices.ts';
import { subjectOf } from '../../actions/subject.ts';
import { age } from '../../model/age.ts';
import { familyRevision } from '../../model/arn.ts';
import { actOnService, withServiceOptions, type ServiceActionArguments } from '../actions/act-on-service.ts';
import type { Command, CommandContext } from '../command.ts';
import type { ExitStatus } from '../exit-status.ts';
import { findService } from '../find.ts';
import { printList } from '../print-list.ts';
import type { PrintColumn } from '../print-table.ts';

type Arguments = ServiceActionArguments & { readonly to?: string; readonly list?: boolean };

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
		withServiceOptions(yargs)
			.option('to', { type: 'string', nargs: 1, describe: 'The revision to go back to: 42 or family:42' })
			.option('list', { type: 'boolean', describe: 'Only list the revisions that it could go back to' }),
	async run(context) {
		const { to, list } = context.args;
		if (list) return listRevisions(context);
		const { rollback: action } = await import('../../actions/rollback/rollback.ts');
		return actOnService(context, action, to === undefined ? {} : { to });
	},
};

async function listRevisions(context: CommandContext<Arguments>): Promise<ExitStatus> {
	const { args, io } = context;
	const target = await context.target();
	const { service } = await findService(target, args.service, io.signal);
	const snapshot = await readDeploySnapshot(target.aws, subjectOf(service), {}, io.signal);
	sure(snapshot.history);
	return printList(context, { name: 'revisions', rows: rollbackChoices(snapshot), columns: columns(io.now()) });
}
