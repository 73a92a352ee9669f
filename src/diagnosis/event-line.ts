import type { ServiceEvent } from '../model/service.ts';
import { eventWords } from './event-words.ts';
import type { EvidenceLine } from './finding.ts';

/** An event as evidence. */
export function eventLine({ id, createdAt, message }: ServiceEvent): EvidenceLine {
	return { text: eventWords(message), api: 'ecs:DescribeServices', at: createdAt, place: { kind: 'event', id } };
}
