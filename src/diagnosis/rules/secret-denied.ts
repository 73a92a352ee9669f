import { shortTaskId } from '../../model/arn.ts';
import { shellWord } from '../../model/shell-word.ts';
import type { TaskDefinition } from '../../model/task-definition.ts';
import { aboutService } from '../about-service.ts';
import { containersOf, executionRoleOf } from '../document-of.ts';
import type { Evidence } from '../evidence.ts';
import type { Finding } from '../finding.ts';
import { startFailures } from '../start-failures.ts';

/** AWS's own six random characters at the end of a secret's ARN (Secrets Manager user guide, "What's in a secret"). */
const SUFFIX = /-[A-Za-z0-9]{6}$/u;

/** AWS's sentence of a refusal; the IAM user guide has its form ("Troubleshoot access denied error messages"). */
const DENIED =
	/not authorized to perform: (?<action>secretsmanager:GetSecretValue|ssm:GetParameters)(?: on resource: (?<arn>arn:[^\s"',]+))?/iu;
const ROLE = /assumed-role\/(?<role>[^/\s]+)\//u;
const FETCHED = /secret (?:from the service for )?(?<arn>arn:[^\s"',]+?):? /iu;

/**
 * The role that starts tasks may not read a secret. Mostly its policy names the secret as people do, without the six
 * characters that AWS puts behind the name: then it covers nothing.
 */
export function secretDenied(evidence: Evidence, now: number): readonly Finding[] {
	const failures = startFailures(evidence, now).filter(({ id }) => id === 'secret-access-denied');
	const [newest] = failures;
	const asked = newest && arnIn(newest.text);
	if (!newest || asked === undefined) return [];
	const { service } = evidence;
	const definition = evidence.taskDefinitions?.[newest.task.taskDefinitionArn];
	const action =
		DENIED.exec(newest.text)?.groups?.['action'] ??
		(isSecret(asked) ? 'secretsmanager:GetSecretValue' : 'ssm:GetParameters');
	const role = ROLE.exec(newest.text)?.groups?.['role'] ?? executionRoleOf(definition) ?? 'the execution role';
	const use = secretUse(definition, asked);
	const isBare = use !== undefined && isSecret(asked) && !SUFFIX.test(secretArn(use.valueFrom));
	const resource = resourceFor(asked);
	const whose = use === undefined ? '' : ` (${use.name} of ${use.container})`;
	const bare = isBare ? ', which the task definition names without the six characters at its end' : '';
	return [
		aboutService(service, {
			id: 'x-secret-arn',
			severity: 'high',
			confidence: use === undefined ? 'medium' : 'high',
			sentence: `${role} may not read the secret ${nameIn(asked)}${whose}${bare}`,
			since: Math.min(...failures.map(({ at }) => at)),
			evidence: [
				{
					text: `task ${shortTaskId(newest.task.taskArn)} was refused ${action} on ${asked}`,
					api: 'ecs:DescribeTasks',
					at: newest.at,
					place: { kind: 'task', taskArn: newest.task.taskArn },
				},
				...(use === undefined
					? []
					: [
							{
								text: `${use.name} of ${use.container} comes from ${use.valueFrom}`,
								api: 'ecs:DescribeTaskDefinition',
								place: { kind: 'task-definition' } as const,
							},
						]),
			],
			ruledOut: ruledOut(asked, use?.valueFrom),
			next: [
				{
					text: `Let ${role} do ${action} on ${resource}`,
					...(role !== 'the execution role' && { command: policyCommand(role, action, asked) }),
				},
				...(isSecret(asked)
					? [{ text: `A policy on ${withoutSuffix(asked)} does not cover it: AWS puts six characters behind the name` }]
					: []),
				...(isBare
					? [{ text: `Name it in full in the task definition: ${SUFFIX.test(asked) ? asked : resource}` }]
					: []),
			],
			explains: ['secret-access-denied', 'secret-init-failed', 'x-start-loop'],
		}),
	];
}

function arnIn(text: string): string | undefined {
	const arn = DENIED.exec(text)?.groups?.['arn'] ?? FETCHED.exec(text)?.groups?.['arn'];
	return arn?.replace(/[.:]+$/u, '');
}

function ruledOut(asked: string, valueFrom: string | undefined): readonly string[] {
	const network = 'Not the network: the refusal came back through it';
	if (valueFrom === undefined || !SUFFIX.test(secretArn(valueFrom)) || secretArn(valueFrom) !== asked) return [network];
	return [network, 'Not the ARN in the task definition: it is the one that was asked for; the policy is what is wrong'];
}

type Use = { readonly container: string; readonly name: string; readonly valueFrom: string };

/** Which variable of which container asks for it. */
function secretUse(definition: TaskDefinition | undefined, asked: string): Use | undefined {
	const uses = containersOf(definition).flatMap(({ name: container, secrets }) =>
		secrets.map((secret) => ({ container, ...secret })),
	);
	const bare = withoutSuffix(asked);
	return (
		uses.find(({ valueFrom }) => secretArn(valueFrom) === asked) ??
		uses.find(({ valueFrom }) => withoutSuffix(secretArn(valueFrom)) === bare) ??
		uses.find(({ valueFrom }) => !isSecret(asked) && asked.endsWith(`:parameter/${valueFrom.replace(/^\//u, '')}`))
	);
}

/** Without the JSON key, version stage and version id that may follow (ECS developer guide, secrets in environment variables). */
function secretArn(valueFrom: string): string {
	return isSecret(valueFrom) ? valueFrom.split(':').slice(0, 7).join(':') : valueFrom;
}

function isSecret(arn: string): boolean {
	return /^arn:[^:]+:secretsmanager:/u.test(arn);
}

function withoutSuffix(arn: string): string {
	return isSecret(arn) ? secretArn(arn).replace(SUFFIX, '') : arn;
}

/** What a policy has to name. */
function resourceFor(asked: string): string {
	return isSecret(asked) ? `${withoutSuffix(asked)}-??????` : asked;
}

/** `payments/db` */
function nameIn(arn: string): string {
	const bare = withoutSuffix(arn);
	return isSecret(arn) ? bare.split(':').slice(6).join(':') : bare.replace(/^.*:parameter\/?/u, '/');
}

/** An inline policy takes the place of another one with its name: so it has that of the secret. */
function policyCommand(role: string, action: string, asked: string): string {
	const resource = resourceFor(asked);
	const policy = `read-${nameIn(asked).replaceAll(/[^\w+=,.@-]+/gu, '-')}`.slice(0, 128);
	const statement = { Effect: 'Allow', Action: action, Resource: resource };
	const document = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
	return `aws iam put-role-policy --role-name ${shellWord(role)} --policy-name ${policy} --policy-document '${document}'`;
}
