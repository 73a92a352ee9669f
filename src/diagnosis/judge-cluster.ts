import { type Attention, attentionBy } from './attention.ts';
import { diagnoseCluster } from './diagnose.ts';
import type { Evidence } from './evidence.ts';
import type { Finding } from './finding.ts';
import { byRank } from './rank-findings.ts';

/** A service with what is thought of it. */
export type Judged = { readonly evidence: Evidence; readonly attention: Attention };

/**
 * Looks at the services of one cluster side by side: what several have in common speaks for each of them, instead of what it
 * looks like alone. A service that shares nothing keeps its identity.
 */
export function judgeCluster<T extends Judged>(services: readonly T[], now: number): readonly T[] {
	const alone = services.map(({ evidence, attention }) => ({ evidence, findings: attention.findings }));
	const findings = diagnoseCluster(alone, now);
	const shared = new Set(findings.flatMap(({ serviceArns }) => (serviceArns.length > 1 ? serviceArns : [])));
	if (shared.size === 0) return services;
	return services.map((service) => {
		const { evidence } = service;
		const { serviceArn } = evidence.service;
		if (!shared.has(serviceArn)) return service;
		const own = findings.filter(({ serviceArns }) => serviceArns.includes(serviceArn));
		return { ...service, attention: attentionBy(own, evidence, now) };
	});
}

/** What is found in these services, the worst first; what several share, once. */
export function findingsOf(services: readonly Judged[]): readonly Finding[] {
	return [...new Set(services.flatMap(({ attention }) => attention.findings))].toSorted(byRank);
}
