import { AwsCallError } from '../aws/aws-call-error.ts';
import type { Service } from '../model/service.ts';
import { complainOnce } from './complain-once.ts';
import type { Io } from './io.ts';

/** Awaits a reading that may be refused: then that is said, and the services it was for have to do without. */
export type Optional = <T>(what: string, services: readonly Service[], read: Promise<T>) => Promise<T | undefined>;

/**
 * Makes the function for a command, and what tells which readings a service lacks.
 * @param about what is told less well without what was refused: `STATE and WHY`
 * @param goesOn what becomes of it all the same: `are judged`
 */
export function optionalReadings(
	io: Io,
	about: string,
	goesOn: string,
): { readonly optional: Optional; readonly lackedBy: (service: Service) => readonly string[] } {
	const complain = complainOnce(io);
	const lacks = new Map<string, Set<string>>();
	return {
		async optional(what, services, read) {
			try {
				return await read;
			} catch (error) {
				if (!(error instanceof AwsCallError) || io.signal.aborted) throw error;
				const { failure } = error;
				for (const { serviceArn } of services) {
					lacks.set(serviceArn, (lacks.get(serviceArn) ?? new Set()).add(what));
				}
				// What is gone is gone for one service; what is refused is refused for all.
				const [only] = failure.kind === 'not-found' ? services : [];
				complain(`${about}${only ? ` of ${only.serviceName}` : ''} ${goesOn} without ${what}`, failure);
				return undefined;
			}
		},
		lackedBy: ({ serviceArn }) => [...(lacks.get(serviceArn) ?? [])],
	};
}
