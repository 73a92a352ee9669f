import { cpuTarget } from '../../model/scaling.ts';
import { aboutService } from '../about-service.ts';
import type { Evidence } from '../evidence.ts';
import type { Finding } from '../finding.ts';
import { beyond } from '../tracked.ts';
import { autoscaleFlap } from './autoscale-flap.ts';

/** Percent of CPU that a target lies between as a rule; our own choice. */
const LOW = 30;
const HIGH = 85;

/** A CPU target that wastes tasks, or leaves no room while new ones start. It is worth a warning once that shows. */
export function targetValueOdd(evidence: Evidence, now: number): readonly Finding[] {
	const { service, scaling, metrics } = evidence;
	const target = cpuTarget(scaling ?? undefined);
	if (target === undefined || (target >= LOW && target <= HIGH)) return [];
	const isHigh = target > HIGH;
	const shows = isHigh
		? beyond(metrics?.cpu, (value) => value > target) !== undefined
		: autoscaleFlap(evidence, now).length > 0;
	const better = isHigh ? 70 : 50;
	return [
		aboutService(service, {
			id: 'x-target-value-odd',
			severity: shows ? 'warning' : 'info',
			confidence: shows ? 'medium' : 'low',
			sentence: isHigh
				? `its CPU target of ${target} % leaves ${100 - target} % for the minutes in which more tasks start`
				: `its CPU target of ${target} % leaves ${100 - target} % of what is paid for unused, and a small change of load moves tasks`,
			evidence: [
				{
					text: `target tracking of CPU at ${target} %`,
					api: 'application-autoscaling:DescribeScalingPolicies',
					place: { kind: 'autoscaling' },
				},
			],
			next: [
				{
					text: `Set it to some ${better} %`,
					binding: 'act.target',
					command: `deckwatch target ${service.serviceName} --cpu ${better}`,
				},
			],
		}),
	];
}
