import type { Attention } from '../../diagnosis/attention.ts';
import type { Evidence } from '../../diagnosis/evidence.ts';
import type { ServiceMetrics } from '../../model/metrics.ts';
import type { Service } from '../../model/service.ts';

/** A service with all that its row says. Keeps its identity while nothing of it changes. */
export type ServiceRow = {
	readonly service: Service;
	readonly clusterName: string;
	readonly region: string;
	readonly attention: Attention;
	readonly evidence: Evidence;
	readonly metrics: ServiceMetrics | undefined;
	/** Percent; undefined without target tracking on CPU. */
	readonly cpuTarget: number | undefined;
	/** Load-balancer targets, healthy and wanted; undefined without a load balancer, or before their health is known. */
	readonly targets: { readonly healthy: number; readonly total: number } | undefined;
	/** Whether the last try to read them failed: then they are shown, but not as the present. */
	readonly stale: { readonly state: boolean; readonly metrics: boolean; readonly targets: boolean };
};
