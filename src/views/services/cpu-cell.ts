import type { Segment } from '../../components/segment.ts';
import { sparkline } from '../../components/sparkline.ts';
import type { Theme } from '../../components/theme.ts';
import { latestValue } from '../../model/metrics.ts';
import type { ServiceRow } from './service-row.ts';

/** Cells of ` 88% ` and of ` / 60`. */
const NUMBER = 5;
const TARGET = 5;

/** `88% ▂▃▅▇ / 60`: now, the last minutes, and what autoscaling aims at; dim when stale. The scale is 0 to 100 %. */
export function cpuCell({ metrics, cpuTarget, stale }: ServiceRow, width: number, theme: Theme): readonly Segment[] {
	const now = latestValue(metrics?.cpu);
	const target = cpuTarget === undefined ? '' : ` / ${Math.round(cpuTarget)}`;
	if (now === undefined) return [{ text: `${'-'.padStart(NUMBER - 1)}${target}`, color: theme.dim }];
	const above = cpuTarget !== undefined && now > cpuTarget;
	const color = stale.metrics ? theme.dim : above ? theme.degraded : undefined;
	const sparks = Math.max(0, Math.min(12, width - NUMBER - TARGET));
	return [
		{ text: `${percent(now)} `, color },
		{
			text: sparkline(metrics?.cpu.values ?? [], sparks, { top: 100, glyphs: theme.glyphs }),
			color: color ?? theme.dim,
		},
		{ text: target, color: theme.dim },
	];
}

/** ` 41%` */
export function memoryCell({ metrics, stale }: ServiceRow, theme: Theme): readonly Segment[] {
	const now = latestValue(metrics?.memory);
	if (now === undefined) return [{ text: '-', color: theme.dim }];
	return [{ text: percent(now), color: stale.metrics ? theme.dim : now >= 90 ? theme.degraded : undefined }];
}

function percent(value: number): string {
	return `${Math.round(value)}%`.padStart(NUMBER - 1);
}
