import { next } from '../random.ts';
import type { World } from '../world.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/** `d-A1B2C3D4E` */
export function deploymentId({ random }: World): string {
	return `d-${Array.from({ length: 9 }, () => ALPHABET[Math.floor(next(random) * ALPHABET.length)]).join('')}`;
}
