import type { DeploySnapshot } from '../../actions/deploy/deploy-snapshot.ts';
import { rollbackChoices, type RollbackChoice } from '../../actions/rollback/rollback-choices.ts';
import type { RollbackInput } from '../../actions/rollback/rollback-input.ts';
import { rollback } from '../../actions/rollback/rollback.ts';
import { isUnderWay } from '../../actions/rollback/is-under-way.ts';
import { seen } from '../../actions/look.ts';
import { revisionOf } from '../../model/arn.ts';
import { dateTime } from '../clock.ts';
import type { Choice } from './field.ts';
import { formOf } from './form.ts';

/** Asks what to go back to: what is under way is stopped, unless a revision is chosen. */
export const rollbackForm = formOf<DeploySnapshot, RollbackInput>({
	action: rollback,
	opening: {},
	fields: (snapshot) => {
		const choices = choicesOf(snapshot);
		return choices.length === 0 ? [] : [{ kind: 'choice', id: 'to', label: 'Back to', choices }];
	},
	input: ({ to = '' }) => (to === '' ? {} : { to }),
});

/** Without a choice the action takes the first of these. */
function choicesOf(snapshot: DeploySnapshot): readonly Choice[] {
	const successes = rollbackChoices(snapshot).map((choice) => ({ value: choice.taskDefinition, label: label(choice) }));
	const newest = seen(snapshot.history)?.[0];
	if (newest && isUnderWay(newest))
		return [{ value: '', label: 'what was before: stop what is under way' }, ...successes];
	return successes.map((choice, index) => (index === 0 ? { ...choice, value: '' } : choice));
}

/** `:42  checkout:v7  deployed 2026-11-20 12:04 UTC` */
function label({ taskDefinition, images, deployedAt }: RollbackChoice): string {
	const tags = images.map(({ image }) => image.replace(/^.*\//u, '')).join(', ');
	const at = deployedAt === undefined ? '' : `deployed ${dateTime(deployedAt, true).slice(0, -3)} UTC`;
	return [`:${revisionOf(taskDefinition)}`, tags, at].filter((part) => part !== '').join('  ');
}
