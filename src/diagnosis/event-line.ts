import type { ServiceEvent } from '../model/service.ts';
import type { EvidenceLine } from './finding.ts';

/** `(service web) was unable …` -> `was unable …`: whose event it is goes without saying. */
const SUBJECT = /^\(?service [^\s)]+\)? /u;

/** An event as evidence, in ECS's words without its pointer to the guide. */
export function eventLine({ id, createdAt, message }: ServiceEvent): EvidenceLine {
	const text = message.replace(SUBJECT, '').replace(/\s*For more information, see .*$/su, '');
	return { text, api: 'ecs:DescribeServices', at: createdAt, place: { kind: 'event', id } };
}
