import { safeText } from '../../model/safe-text.ts';

/** How bad a line says it is. */
export type LogLevel = 'failing' | 'degraded' | undefined;

export type LogWord = { readonly text: string; readonly level: LogLevel };

const LEVEL = /\b(?:(EMERG|ALERT|CRITICAL|CRIT|FATAL|PANIC|ERROR|ERR|SEVERE)|(WARNING|WARN))\b/iu;

/** A level stands at the beginning of a line; an "error" further on is part of a sentence. */
const LEVEL_WITHIN = 60;

/** The line in two or three pieces, the word that tells its level apart. */
export function levelWords(text: string): readonly LogWord[] {
	const found = LEVEL.exec(text.slice(0, LEVEL_WITHIN));
	if (!found) return [{ text, level: undefined }];
	const end = found.index + found[0].length;
	return [
		{ text: text.slice(0, found.index), level: undefined },
		{ text: text.slice(found.index, end), level: found[1] === undefined ? 'degraded' : 'failing' },
		{ text: text.slice(end), level: undefined },
	].filter((word) => word.text !== '') as readonly LogWord[];
}

const LEVEL_KEYS = ['level', 'severity', 'levelname', 'lvl'];
const MESSAGE_KEYS = ['message', 'msg', 'event'];
const TIME_KEYS = ['time', 'timestamp', 'ts', '@timestamp'];

/** Levels as numbers, as pino and bunyan write them. */
const NUMBERED: Readonly<Record<number, string>> = {
	10: 'TRACE',
	20: 'DEBUG',
	30: 'INFO',
	40: 'WARN',
	50: 'ERROR',
	60: 'FATAL',
};

/**
 * A JSON line for people: `LEVEL message key=value …`, its own time left out, for CloudWatch's stands before it. Text
 * that is no JSON, or has no message, stays as it is.
 */
export function readableText(text: string): string {
	const record = text.startsWith('{') ? parseRecord(text) : undefined;
	const messageKey = record && MESSAGE_KEYS.find((key) => typeof record[key] === 'string');
	if (!record || messageKey === undefined) return text;
	const levelKey = LEVEL_KEYS.find((key) => record[key] !== undefined);
	const level = levelKey === undefined ? '' : levelName(record[levelKey]);
	const rest = Object.entries(record)
		.filter(([key]) => key !== messageKey && key !== levelKey && !TIME_KEYS.includes(key))
		.map(([key, value]) => `${key}=${valueText(value)}`);
	// JSON can spell control characters with plain ones, so what was safe before it was parsed is not so after.
	return safeText([level, valueText(record[messageKey]), ...rest].filter((part) => part !== '').join(' '));
}

function parseRecord(text: string): Readonly<Record<string, unknown>> | undefined {
	try {
		const value: unknown = JSON.parse(text);
		return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : undefined;
	} catch {
		return undefined;
	}
}

function levelName(level: unknown): string {
	return typeof level === 'number' ? (NUMBERED[level] ?? String(level)) : valueText(level).toUpperCase();
}

function valueText(value: unknown): string {
	return typeof value === 'string' ? value : JSON.stringify(value);
}
