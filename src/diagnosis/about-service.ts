import { regionOf } from '../model/arn.ts';
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

/** Goes back to an older revision: only what came before a trouble tells whether that helps. */
const BACK = /\broll(?:s|ed|ing)? ?back\b|\bprevious (?:good )?(?:image|revision)\b/iu;

/** What the catalogue advises, for this service. It knows no deployments, so what goes back is left out. */
export function catalogueSteps(next: readonly string[], service: Service, image?: string): readonly NextStep[] {
	const region = IN_ECR.exec(image ?? '')?.groups?.['region'] ?? regionOf(service.clusterArn);
	return next
		.filter((text) => !BACK.test(text))
		.map((text) => stepOf(text.replaceAll('<service>', service.serviceName), region));
}

/** `<account>.dkr.ecr.<region>.amazonaws.com/<repository>` (Amazon ECR user guide, private registries): it may be another region's. */
const IN_ECR = /^\d+\.dkr\.ecr\.(?<region>[\w-]+)\.amazonaws\.com/u;

/** One command at the end of a sentence, with nothing left to be filled in. */
const COMMAND = /^(?<text>[^`]+?):? `(?<command>(?:deckwatch|aws) [^`<>]+)`\.?$/u;

function stepOf(said: string, region: string): NextStep {
	const { text = said, command } = COMMAND.exec(said)?.groups ?? {};
	if (command === undefined) return { text };
	const isRegional = command.startsWith('aws ') && !/^aws iam | --region /u.test(command);
	return { text, command: isRegional ? `${command} --region ${region}` : command };
}
