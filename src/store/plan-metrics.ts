import { isSettled } from './due-services.ts';
import type { ReadingContext } from './reading-context.ts';
import type { Reading } from './reading.ts';
import { metricsReading } from './readings/metrics.ts';
import { listedServices } from './readings/service-list.ts';
import type { WantedServices } from './wanted-services.ts';

const MINUTE = 60_000;

/**
 * Metrics by the minute of what is looked at, fails or changes, and every five minutes of the rest: AWS charges for
 * each metric that is asked for (Amazon CloudWatch pricing, GetMetricData), and 500 services by the minute are $14 a day.
 */
export function metricsReadings(context: ReadingContext, clusterArn: string, wish: WantedServices): readonly Reading[] {
	const services = context.picture().services[clusterArn]?.value ?? {};
	const listed = listedServices(context, clusterArn, wish);
	const isCalm = (arn: string): boolean =>
		!wish.wanted.has(arn) && services[arn] !== undefined && isSettled(services[arn]);
	const watched = wish.all ? listed.filter((arn) => !isCalm(arn)) : [...wish.wanted.keys()];
	const calm = listed.filter(isCalm);
	return [
		...(watched.length > 0 ? [metricsReading(context, clusterArn, watched, { of: 'watched', every: MINUTE })] : []),
		...(calm.length > 0 ? [metricsReading(context, clusterArn, calm, { of: 'calm', every: 5 * MINUTE })] : []),
	];
}
