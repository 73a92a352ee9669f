import type { LogLine } from '../model/log-line.ts';

/** Says that a server listens; what it serves beside its requests is another matter. */
const LISTENS = /\b(?:listen(?:s|ing)?|running|serving|started|available|bound)\b/iu;
const BESIDE = /metrics|prometheus|debug|inspector|admin|management|actuator|profil|pprof|grpc|health/iu;

/** `0.0.0.0:8081`, `http://localhost:8081`, `[::]:8081`, `*:8081`, ` :8081`, `port 8081`, `port(s): 8081`. */
const PORT =
	/(?:(?:\d{1,3}(?:\.\d{1,3}){3}|localhost|\]|\*|::|\s|")|https?:\/\/[\w.-]+):(?<after>\d{2,5})\b|\bport(?:\(s\))?\W{1,3}(?<named>\d{2,5})\b/giu;

/** Where a container said that it listens, as far as these lines tell; each port once. */
export function portsListenedOn(
	lines: readonly LogLine[],
): readonly { readonly port: number; readonly line: LogLine }[] {
	const found = new Map<number, LogLine>();
	for (const line of lines) {
		if (!LISTENS.test(line.text) || BESIDE.test(line.text)) continue;
		for (const { groups } of line.text.matchAll(PORT)) {
			const port = Number(groups?.['after'] ?? groups?.['named']);
			if (!found.has(port)) found.set(port, line);
		}
	}
	return Array.from(found, ([port, line]) => ({ port, line }));
}

const LOCAL = String.raw`(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1?\])`;
const ASKED = new RegExp(String.raw`${LOCAL}:(?<port>\d{2,5})\b`, 'u');
const SCHEME = new RegExp(String.raw`(?<scheme>https?)://${LOCAL}(?:[/\s"'?]|$)`, 'u');
const NETCAT = new RegExp(String.raw`\bnc\b.*\s${LOCAL}\s+(?<port>\d{2,5})\b`, 'u');

/** The port of its own container that a health check's command asks; undefined when it asks none, or in a way that is not known. */
export function portAskedBy(command: readonly string[]): number | undefined {
	const text = command.join(' ');
	const port = (ASKED.exec(text) ?? NETCAT.exec(text))?.groups?.['port'];
	if (port !== undefined) return Number(port);
	const scheme = SCHEME.exec(text)?.groups?.['scheme'];
	return scheme === undefined ? undefined : scheme === 'https' ? 443 : 80;
}
