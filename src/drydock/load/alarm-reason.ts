/** What an alarm compares with what. */
type Comparison = {
	readonly direction: 'high' | 'low';
	readonly threshold: number;
	readonly evaluationPeriods: number;
};

type Reading = {
	readonly state: 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';
	/** Newest first. */
	readonly datapoints: readonly { readonly at: number; readonly value: number }[];
};

/** As CloudWatch words it: `Threshold Crossed: 3 datapoints [82.1 (20/11/26 11:58:00), …] were greater than the threshold (60.0).` */
export function alarmReason(
	{ direction, threshold, evaluationPeriods }: Comparison,
	{ state, datapoints }: Reading,
): string {
	if (state === 'INSUFFICIENT_DATA') return `Insufficient Data: ${evaluationPeriods} datapoints were unknown.`;
	const shown = state === 'ALARM' ? datapoints : datapoints.slice(0, 1);
	const values = shown.map(({ at, value }) => `${decimal(value)} (${stamp(at)})`).join(', ');
	const count = shown.length === 1 ? '1 datapoint' : `${shown.length} datapoints`;
	const verb = `${shown.length === 1 ? 'was' : 'were'}${state === 'OK' ? ' not' : ''}`;
	const comparison = direction === 'high' ? 'greater' : 'less';
	return `Threshold Crossed: ${count} [${values}] ${verb} ${comparison} than the threshold (${decimal(threshold)}).`;
}

function decimal(value: number): string {
	return Number.isInteger(value) ? value.toFixed(1) : String(value);
}

function stamp(at: number): string {
	const [date = '', time = ''] = new Date(at).toISOString().split('T');
	const [year = '', month, day] = date.split('-');
	return `${day}/${month}/${year.slice(2)} ${time.slice(0, 8)}`;
}
