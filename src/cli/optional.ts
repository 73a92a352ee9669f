import { AwsCallError } from '../aws/aws-call-error.ts';
import type { Service } from '../model/service.ts';
import { complainOnce } from './complain-once.ts';
import type { Io } from './io.ts';

/** A reading that may fail: then that is said, and the services it was for have to do without. */
export type Optional = <T>(what: string, services: readonly Service[], read: Promise<T>) => Promise<T | undefined>;

/** @param about what is told less well without: `STATE and WHY` */
export function createOptional(
	about: string,
	io: Io,
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
				complain(`${about}${only ? ` of ${only.serviceName}` : ''} are judged without ${what}`, failure);
				return undefined;
			}
		},
		lackedBy: ({ serviceArn }) => [...(lacks.get(serviceArn) ?? [])],
	};
}
