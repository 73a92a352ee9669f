import type { Service } from '../model/service.ts';
import type { Finding, NextStep } from './finding.ts';

type Told = Pick<Finding, 'id' | 'severity' | 'confidence' | 'sentence' | 'evidence'> &
	Partial<Omit<Finding, 'serviceArns'>>;

/** A finding about one service; what is left out of it is empty. A full stop is AWS's, and goes. */
export function aboutService({ serviceArn }: Pick<Service, 'serviceArn'>, told: Told): Finding {
	return { ruledOut: [], next: [], ...told, sentence: told.sentence.replace(/\.$/u, ''), serviceArns: [serviceArn] };
}

/** `deckwatch logs checkout --container app --since 30m` */
export function readLogs({ serviceName }: Service, container?: string): NextStep {
	const which = container === undefined ? '' : ` --container ${container}`;
	return {
		text: `Read what ${container ?? 'it'} said before it died`,
		binding: 'open.logs',
		command: `deckwatch logs ${serviceName}${which} --since 30m`,
	};
}
