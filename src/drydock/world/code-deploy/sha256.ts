import { createHash } from 'node:crypto';

/** By which CodeDeploy knows an AppSpec, in hexadecimal. */
export function sha256(content: string): string {
	return createHash('sha256').update(content).digest('hex');
}
