import type { Moment, Voice } from '../voice.ts';

/** A log router (Fluent Bit's own log): it says little while all goes well. */
export const fluentBit: Voice = {
	opening: (moment) => [
		[
			entry(moment, 'info', '[fluent bit] version=1.9.10, commit=760956f50c, pid=1'),
			entry(moment, 'info', '[storage] version=1.3.0, type=memory-only, sync=normal, checksum=disabled'),
		],
		entry(moment, 'info', '[input:forward:forward.1] listening on unix:///var/run/fluent.sock'),
		entry(moment, 'info', '[sp] stream processor started'),
	],
	speak(moment) {
		const { dice } = moment;
		const chunk = `1-${Math.floor(moment.at / 1000)}.${dice.between(100_000_000, 999_999_999)}.flb`;
		if (dice.chance(0.4)) {
			const retry = `retry in ${dice.between(6, 11)} seconds: task_id=${dice.between(0, 40)}`;
			return [
				entry(
					moment,
					'warn',
					`[engine] failed to flush chunk '${chunk}', ${retry}, input=forward.1 > output=s3.1 (out_id=1)`,
				),
			];
		}
		return [entry(moment, 'info', `[output:s3:s3.1] Successfully uploaded object /logs/${dice.hex(12)}.gz`)];
	},
	closing: (moment, ending) =>
		ending === 'terminated'
			? [entry(moment, 'warn', '[engine] service will shutdown in max 5 seconds')]
			: [entry(moment, 'error', '[engine] caught signal (SIGSEGV)')],
};

function entry({ at }: Moment, level: string, message: string): string {
	const time = new Date(at).toISOString().slice(0, 19).replaceAll('-', '/').replace('T', ' ');
	return `[${time}] [${level.padStart(5)}] ${message}`;
}
