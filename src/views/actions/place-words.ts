import type { Subject } from '../../actions/subject.ts';

/** `prod · ap-northeast-1 · 1111-2222-3333`: what the wrong window would be recognised by. */
export function placeWords({ clusterName, region, account }: Subject, separator: string): string {
	const digits = account.replace(/^(?<a>\d{4})(?<b>\d{4})(?<c>\d{4})$/u, '$<a>-$<b>-$<c>');
	return [clusterName, region, digits].join(` ${separator} `);
}
