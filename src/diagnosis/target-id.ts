import type { TargetHealth } from '../model/load-balancing.ts';
import { explainMessage } from './catalogue/explain-message.ts';

/** What the catalogue calls the state of a target: `tg-az-not-enabled`. One reason code stands for two of them; the description tells. */
export function targetId({ description, reason = '' }: TargetHealth): string {
	return explainMessage(description ?? reason, 'target-health').id;
}
