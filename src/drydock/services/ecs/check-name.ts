import { notValid } from './refuse.ts';

/** A service's or cluster's name: letters, digits, _ and -, up to 255 (ECS API reference). @throws {AwsFault} InvalidParameterException */
export function checkName(name: string): void {
	if (!/^[A-Za-z0-9_-]{1,255}$/.test(name)) throw notValid();
}
