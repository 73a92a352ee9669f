import type { Block, Pattern } from '../entry.ts';
import { TASK_KINDS } from '../entry.ts';
import type { Fields } from '../explanation.ts';
import { IMAGE_PULL_AUTH, TOKEN_DENIED } from './image-pull.ts';

/** How ECS begins when it reads secrets and registry credentials: the wordings of 2018, of 2020 and of 2024. */
const READING =
	/^(?:ResourceInitializationError:? (?:unable to pull secret|unable to retrieve|execution resource)|unable to pull secrets or registry auth|execution resource retrieval failed|unable to (?:(?:retrieve secrets?|get registry auth) from|retrieve ecr registry auth)|Asm fetching secret|Fetching secret data from|The task cannot pull registry auth|The task cannot pull secrets?|failed to fetch secret|pull command failed: : signal: killed)/iu;

const reading = (...tails: readonly RegExp[]): readonly Pattern[] => tails.map((tail) => [READING, tail]);

const ENDPOINTS =
	'A private subnet without NAT needs endpoints: secretsmanager, ssm, kms, ecr.api, ecr.dkr, logs, and the gateway endpoint of s3.';

const secretName = ({ secret, resource }: Fields) => nameOfSecret(secret ?? resource);
const roleName = ({ role }: Fields) => (role === undefined ? 'The execution role' : `The role ${role}`);

/** `db-b2fPcF` of its ARN; the name of a parameter with its path. */
function nameOfSecret(arn: string | undefined): string | undefined {
	return /:(?:secret:|parameter)(?<name>.+)$/u.exec(arn ?? '')?.groups?.['name'];
}

/**
 * Secrets and registry credentials, read before a container is created. Wordings: stopped reasons as they are quoted in
 * public (test/fixtures/messages.jsonl), and the Amazon ECS developer guide, "ResourceInitializationError".
 */
export const SECRETS: Block = {
	kinds: TASK_KINDS,
	entries: [
		{ ...IMAGE_PULL_AUTH, match: [TOKEN_DENIED], inContext: [] },
		{
			id: 'secret-kms-denied',
			severity: 'high',
			match: reading(/Access to KMS is not allowed|kms:Decrypt/iu),
			inContext: [/^Access to KMS is not allowed/iu, /not authorized to perform: kms:Decrypt/iu],
			short: 'its role may not decrypt a secret',
			title: (fields) => `${roleName(fields)} may not decrypt ${secretName(fields) ?? 'a secret'}`,
			cause: 'The secret is encrypted with a KMS key of your own, and the execution role has no kms:Decrypt on it.',
			next: [
				'Give the execution role kms:Decrypt on the key, and let the key policy allow it.',
				'See which key: `aws secretsmanager describe-secret`, KmsKeyId.',
			],
		},
		{
			id: 'secret-access-denied',
			severity: 'high',
			match: reading(/AccessDenied|not authorized to perform: (?:secretsmanager|ssm):/iu),
			inContext: [/not authorized to perform: (?:secretsmanager:GetSecretValue|ssm:GetParameters?)\b/iu],
			short: 'its role may not read a secret',
			title: (fields) =>
				`${roleName(fields)} may not read ${secretName(fields) === undefined ? 'a secret' : `the secret ${secretName(fields)}`}`,
			cause: ({ action = 'secretsmanager:GetSecretValue', resource, secret }) =>
				`It has no ${action} on ${resource ?? secret ?? 'it'}. It is the execution role that reads secrets, not the task role.` +
				(/:secret:/u.test(resource ?? secret ?? ':secret:')
					? " A secret's ARN ends in a dash and six random characters: a policy on the bare name does not match it."
					: ''),
			next: ({ action = 'secretsmanager:GetSecretValue', resource, secret }) => [
				`Give the execution role ${action} on ${resource ?? secret ?? 'the full ARN of the secret'}.`,
				...(/:secret:/u.test(resource ?? secret ?? ':secret:')
					? ['Or on the name with `-??????` at its end, which survives that the secret is made anew.']
					: []),
				'Then `deckwatch deploy <service> --force`: running tasks are not touched by it, new ones start.',
			],
		},
		{
			id: 'secret-json-key',
			severity: 'high',
			match: [
				/^(?:\S{1,40}: )?retrieved secret from Secrets Manager did not contain json key/iu,
				...reading(/did not contain json key|looking for beginning of value|invalid character .{0,40} in literal/iu),
			],
			inContext: [/^invalid character .{1,40}(?:looking for beginning of value|in literal)/iu],
			short: 'a secret does not have the JSON key that is asked for',
			title: ({ key, ...fields }) =>
				key === undefined
					? 'A secret does not have the JSON key that is asked for'
					: `${secretName(fields) ?? 'A secret'} has no JSON key ${key}`,
			cause: '`valueFrom` asks for one key of a secret, and the secret is no JSON object or does not hold that key.',
			next: [
				'Look at the keys of the secret, and at the one in `valueFrom` (arn:…:key:stage:version): capital letters count.',
				'A secret that is plain text is asked for by its ARN alone, without a key.',
			],
		},
		{
			id: 'secret-invalid-ref',
			severity: 'high',
			match: reading(/ValidationException: Invalid name|invalid ARN format|invalid parameters?: .{0,200}valueFrom/iu),
			inContext: [/ValidationException: Invalid name\./iu, /^(?:\S{1,60}: )?invalid ARN format/iu],
			short: 'a secret is named in a way AWS does not understand',
			cause: '`valueFrom` is neither the ARN of a secret nor the name or ARN of a parameter.',
			next: [
				'Read `secrets` of the task definition: look for a stray space, quotes, a placeholder that was never filled in.',
			],
		},
		{
			id: 'secret-not-found',
			severity: 'high',
			match: reading(
				/ResourceNotFoundException|can't find the specified secret|marked for deletion|invalid (?:ssm )?parameters|ParameterNotFound/iu,
			),
			inContext: [
				/can't find the specified secret/iu,
				/^(?:InvalidRequestException: )?You can't perform this operation on the secret because it was marked for deletion/iu,
			],
			short: 'a secret does not exist',
			title: (fields) =>
				secretName(fields) === undefined
					? 'A secret does not exist'
					: `The secret ${secretName(fields)} does not exist`,
			cause: 'It was deleted, waits for its deletion, has no current version, or is in another region or account.',
			next: [
				'Compare region and account in the ARN with those of the task.',
				'A deleted secret can be had back for some days: `aws secretsmanager restore-secret`. Made anew it has another ARN: register the task definition again.',
			],
		},
		{
			id: 'secret-network',
			severity: 'high',
			match: [
				...reading(
					/connection issue between the task and|context deadline exceeded|RequestCanceled|i\/o timeout|send request failed|signal: killed|dial tcp|check your task network configuration/iu,
				),
			],
			short: 'it cannot reach its secrets or registry',
			title: ({ address }) =>
				`The task cannot reach ${address === undefined ? 'what holds its secrets or its registry credentials' : address}`,
			cause:
				'There is no way from the subnet to that API: a private subnet without NAT or endpoints, a public one where the task has no public ' +
				'address, a security group without a way out on 443, or DNS that is off in the VPC.',
			next: [
				"Look at the service's subnets: what does their route table have for 0.0.0.0/0? An internet gateway needs assignPublicIp ENABLED.",
				ENDPOINTS,
				'Endpoints: their security group must let in 443 from the tasks, and private DNS must be on.',
			],
		},
		{
			id: 'secret-init-failed',
			severity: 'high',
			match: [READING],
			short: 'its secrets or registry credentials could not be read',
			cause: 'ECS could not read what the task needs before it starts. What decides is cut off at the end of the text.',
			next: [
				'Get all of the text: `aws ecs describe-tasks`, stoppedReason. It is kept for an hour.',
				'AccessDenied in CloudTrail at that minute means permissions; nothing there at all means that the network is closed.',
			],
		},
	],
};
