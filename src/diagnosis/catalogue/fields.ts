import type { Fields } from './explanation.ts';

/**
 * Names that stand in the texts, by the words before them. Each is bounded and has nothing to go back over, so a text of
 * any length is read in one pass.
 */
const IN_TEXT: readonly RegExp[] = [
	/\bcontainer-instance \[?(?<containerInstance>\w[^\s)\]]{0,200})/iu,
	/\((?:target-group|targetGroup) (?<targetGroup>[^\s)]{1,400})/iu,
	/\btarget-group \((?<targetGroup>[^\s)]{1,400})/iu,
	/\bin target-group (?<targetGroup>\w[\w-]{0,100}) due to /iu,
	/\(elb (?<loadBalancer>[^\s)]{1,200})/iu,
	/\(task (?<task>[^\s()]{1,200})\)/iu,
	/\(deployment (?<deployment>[^\s()]{1,100})\)/iu,
	/\bdeployment(?:Id)? (?<deployment>ecs-svc\/[\w.]{1,60}?)(?=\.?(?:\s|$|\.))/iu,
	/\bcodes?: \[(?<statusCode>[\d,\s-]{1,60})\]/iu,
	/\b(?<secret>arn:aws[\w-]{0,20}:(?:secretsmanager|ssm):[^\s,'"]{1,600})/iu,
	/\bassumed-role\/(?<role>[\w+=,.@-]{1,128})/iu,
	/\bnot authorized to perform: (?<action>[\w-]{1,40}:[\w*]{1,80})/iu,
	/\bon resource: (?<resource>[^\s,]{1,600})/iu,
	/\brole '(?<role>[^'\s]{1,300})'/iu,
	/\b(?<subnet>subnet-\w{1,40})/iu,
	/\b(?<fileSystem>fs-\w{4,40})\b/iu,
	/\bjson key "?(?<key>[^\s".]{1,200})/iu,
	/\bdial tcp (?<address>[\w.-]{1,100}(?::\d{1,5})?)/iu,
	/\bplatform '?\{?(?<platform>\w{2,12}\/\w{2,12})/iu,
	/\bHost EC2 \(instance (?<instance>[^\s)]{1,60})/iu,
	/\bBind for (?<address>[^\s]{1,60}) failed/iu,
	/\bmonitor alarm (?<alarm>[^\s]{1,300}) in state/iu,
	/\btriggered policy (?<policy>[^\s]{1,300})/iu,
	/\bset desired count to (?<desiredCount>\d{1,6})/iu,
	/\bHealth check exceeded timeout \((?<timeout>[\w.]{1,20})\)/iu,
	/\blaunch_type (?<launchType>\w{1,20})/iu,
	/\benv file with key (?<key>[^\s]{1,400}) from bucket (?<bucket>[^\s,]{1,100})/iu,
	/\brequest ?id: (?<requestId>[\w-]{1,60})/iu,
];

/** `(reason Health checks failed with these codes: [404])`: it may hold brackets, not parentheses. */
const REASON = /\(reason (?<reason>[^()]{1,500})\)?/iu;

/** Names of the image, of its repository and of the command: of the core, since they are in certain sentences alone. */
const IN_CORE: readonly RegExp[] = [
	/\bfailed to resolve ref(?:erence)? "?(?<image>[^\s"]{1,500}?)"?(?:$|[:.]?(?=\s))/iu,
	/\bThe task cannot pull '(?<image>[^']{1,500})' from the Amazon ECR repository '(?<repository>[^']{1,500})'/iu,
	/\bThe task cannot pull '(?<image>[^']{1,500})'/iu,
	/\bpull access denied for (?<image>[^\s,]{1,500})/iu,
	/\brepository "?(?<repository>[^\s":']{1,400}(?::\S{1,200})?)"? not found/iu,
	/\bexec: "(?<command>[^"]{1,500})"/iu,
	/\bmanifest for (?<image>[^\s]{1,500}) not found/iu,
];

/** What can be read out of a text. */
export function readFields(text: string, core: string): Fields {
	const fields: Record<string, string> = {};
	for (const [where, patterns] of [
		[text, [...IN_TEXT, REASON]],
		[core, IN_CORE],
	] as const) {
		for (const pattern of patterns) {
			for (const [name, value] of Object.entries(pattern.exec(where)?.groups ?? {})) {
				if (value !== undefined) fields[name] ??= value.trim();
			}
		}
	}
	return fields;
}

/** `checkout-tg` of the ARN of a target group, or what stands in words; undefined of one that was cut short. */
export function nameOfGroup(arn: string | undefined): string | undefined {
	return arn === undefined || /^arn:(?!.*:targetgroup\/\w)|^\W+$/u.test(arn) ? undefined : nameOf(arn);
}

/** The last name of an ARN or of a path: `checkout-tg` of a target group's. */
export function nameOf(arn: string): string {
	return /:targetgroup\/(?<name>[^/]+)/u.exec(arn)?.groups?.['name'] ?? arn.split(/[/:]/u).at(-1) ?? arn;
}
