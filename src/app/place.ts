import { lastSegment } from '../model/arn.ts';
import { safeText } from '../model/safe-text.ts';
import { guardOnScreen } from '../views/guard-on-screen.ts';
import type { ViewContext } from '../views/pane.ts';
import { shownClusters } from '../views/services/shown-clusters.ts';

/** Where we are: context or profile, cluster, region, account, who. What is not known yet is left out. */
export function placeParts(context: ViewContext): readonly string[] {
	const { picture, ui, settings } = context;
	const { profile, place, regions } = settings;
	const { names, whole } = guardOnScreen(context);
	const name = whole ? undefined : (profile ?? place);
	const contexts = [...(name === undefined ? [] : [name]), ...names].map((one) => safeText(one));
	const identity = Object.values(picture.identity).find(({ value }) => value !== undefined)?.value;
	const clusters = several(shownClusters(picture, ui.clusterArns).map(lastSegment), 'clusters');
	const first = several(contexts, 'contexts');
	return [
		first,
		clusters === first ? '' : clusters,
		several(regions, 'regions'),
		...(identity === undefined ? [] : [accountWords(identity.account), callerWords(identity.arn)]),
	].filter((part) => part !== '');
}

/** `prod`, `prod, search`, or `3 clusters`. */
function several(names: readonly string[], noun: string): string {
	return names.length > 2 ? `${names.length} ${noun}` : names.join(', ');
}

/** `111122223333` -> `1111-2222-3333`, as the AWS console writes it. */
function accountWords(account: string): string {
	return account.replace(/^(\d{4})(\d{4})(\d{4})$/u, '$1-$2-$3');
}

/** `…:assumed-role/AWSReservedSSO_ops_1a2b3c/alice` -> `alice@ops`; `…:user/bob` -> `bob`. */
function callerWords(arn: string): string {
	const assumed = /:assumed-role\/([^/]+)\/(.+)$/u.exec(arn);
	if (!assumed?.[1] || !assumed[2]) return lastSegment(arn);
	return `${assumed[2]}@${assumed[1].replace(/^AWSReservedSSO_(.+)_[0-9a-f]+$/u, '$1')}`;
}
