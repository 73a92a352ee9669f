import type { Service } from '../../model/service.ts';
import type { Subnet } from '../../model/subnet.ts';
import { type Look } from '../look.ts';
import type { Remark } from '../plan.ts';
import { counted } from '../../model/counted.ts';
import { listed } from '../../model/listed.ts';
import { good, unseenRemarks, warning } from '../remarks.ts';

/**
 * Each task with an interface of its own takes an address of one of the service's subnets. ECS spreads them over the
 * zones: one that lands in a full subnet fails to start, whatever is free in the others.
 */
export function subnetRemarks(
	{ network }: Service,
	look: Look<readonly Subnet[]> | undefined,
	more: number,
): readonly Remark[] {
	if (!look || !network) return [];
	if (!('value' in look)) return unseenRemarks('addresses of the subnets', look);
	const subnets = look.value;
	const remarks: Remark[] = [];
	const gone = network.subnets.filter((id) => !subnets.some(({ subnetId }) => subnetId === id));
	if (gone.length > 0) {
		remarks.push(warning(`${listed(gone)}: there is no such subnet any more`));
	}
	if (subnets.length === 0) return remarks;
	const free = subnets.reduce((sum, { availableIpAddressCount }) => sum + availableIpAddressCount, 0);
	const full = subnets.filter(({ availableIpAddressCount }) => availableIpAddressCount === 0);
	if (free < more) {
		const need = `${counted(more, 'more task needs', 'more tasks need')} ${counted(more, 'address', 'addresses')}`;
		remarks.push(warning(`${need}; ${names(subnets)} ${subnets.length === 1 ? 'has' : 'have'} ${free} free`));
	} else if (full.length > 0) {
		const text = `${names(full)} ${full.length === 1 ? 'has' : 'have'} no free address: a task that lands there fails to start`;
		remarks.push(warning(text));
	} else {
		remarks.push(good(`subnets have ${counted(free, 'free address', 'free addresses')}`));
	}
	return remarks;
}

function names(subnets: readonly Subnet[]): string {
	return listed(subnets.map(({ subnetId }) => subnetId));
}
