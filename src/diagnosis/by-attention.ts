import type { Service } from '../model/service.ts';
import type { Attention, AttentionLevel } from './attention.ts';

type Judged = { readonly service: Service; readonly attention: Pick<Attention, 'level'> };

const RANK: Readonly<Record<AttentionLevel, number>> = { failing: 0, degraded: 1, changing: 2, fine: 3 };

/** For sorting: those that need attention most first, then by name, the same name by cluster. */
export function byAttention(a: Judged, b: Judged): number {
	return (
		RANK[a.attention.level] - RANK[b.attention.level] ||
		a.service.serviceName.localeCompare(b.service.serviceName, 'en') ||
		a.service.clusterArn.localeCompare(b.service.clusterArn, 'en')
	);
}
