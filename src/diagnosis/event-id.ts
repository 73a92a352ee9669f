import type { ServiceEvent } from '../model/service.ts';
import { explainMessage } from './catalogue/explain-message.ts';

/** Every look asks anew, of the same events. */
const known = new WeakMap<ServiceEvent, string>();

/** What the catalogue calls an event: `placement-port`; `unknown` where nobody has seen such a one. */
export function eventId(event: ServiceEvent): string {
	const id = known.get(event) ?? explainMessage(event.message, 'service-event').id;
	known.set(event, id);
	return id;
}
