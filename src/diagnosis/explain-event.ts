import type { ServiceEvent } from '../model/service.ts';
import { explainMessage } from './catalogue/explain-message.ts';
import type { Explanation } from './catalogue/explanation.ts';

/** Every look asks anew, of the same events. */
const known = new WeakMap<ServiceEvent, Explanation>();

/** What the catalogue says of an event. */
export function explainEvent(event: ServiceEvent): Explanation {
	const explained = known.get(event) ?? explainMessage(event.message, 'service-event');
	known.set(event, explained);
	return explained;
}
