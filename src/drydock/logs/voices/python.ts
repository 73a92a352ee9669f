import { causeOf, failed, shopRequest } from '../shop-request.ts';
import type { Moment, Voice } from '../voice.ts';

/** A Python service (gunicorn and the logging module) whose errors bring their traceback. */
export const python: Voice = {
	opening: (moment) => [
		`[${stamp(moment.at)} +0000] [1] [INFO] Starting gunicorn 23.0.0`,
		`[${stamp(moment.at)} +0000] [1] [INFO] Listening at: http://0.0.0.0:${moment.stream.port} (1)`,
		`[${stamp(moment.at)} +0000] [7] [INFO] Booting worker with pid: 7`,
		entry(moment, 'INFO', 'model loaded, 1.2M products, 41 languages'),
	],
	speak(moment) {
		const request = shopRequest(moment);
		const { method, path, status, durationMs, userAgent } = request;
		if (failed(request))
			return [entry(moment, 'ERROR', `${method} ${path}`), ...traceback(moment, causeOf(moment, request))];
		return [
			entry(
				moment,
				status >= 400 ? 'WARNING' : 'INFO',
				`${method} ${path} ${status} ${durationMs}ms ua="${userAgent}"`,
			),
		];
	},
	closing: (moment, ending) =>
		ending === 'terminated'
			? [
					`[${stamp(moment.at)} +0000] [1] [INFO] Handling signal: term`,
					`[${stamp(moment.at)} +0000] [1] [INFO] Shutting down: Master`,
				]
			: [
					...traceback(moment, "'SEARCH_INDEX_URL'", 'KeyError'),
					`[${stamp(moment.at)} +0000] [1] [ERROR] Worker (pid:7) exited with code 3`,
					`[${stamp(moment.at)} +0000] [1] [ERROR] Reason: Worker failed to boot.`,
				],
};

function entry({ at, stream }: Moment, level: string, message: string): string {
	return `${stamp(at)},${String(at % 1000).padStart(3, '0')} ${level} ${stream.service.replaceAll('-', '_')}.views: ${message}`;
}

function stamp(at: number): string {
	return new Date(at).toISOString().slice(0, 19).replace('T', ' ');
}

function traceback({ stream, dice }: Moment, message: string, error = 'RuntimeError'): readonly string[] {
	const module = stream.service.replaceAll('-', '_');
	return [
		'Traceback (most recent call last):',
		`  File "/app/${module}/views.py", line ${dice.between(20, 140)}, in dispatch`,
		'    return self.handle(request)',
		`  File "/app/${module}/index.py", line ${dice.between(60, 300)}, in handle`,
		'    raise',
		`${error}: ${message}`,
	];
}
