import type { Block, Entry, Pattern } from '../entry.ts';
import { TASK_KINDS } from '../entry.ts';

/** How a failure to pull begins: the categories of the agent, its newer sentences, and what is left where those are cut. */
const PULLING =
	/^(?:STOPPED \()?(?:CannotPull\w{0,20}Error\b|The task (?:can't|cannot) pull |pull command failed: |(?:ref pull|inspect image|pull image manifest) has been retried|API error \(\d{3}\): (?:repository|manifest|Get "?<url>|pull access denied|unauthorized|toomanyrequests))/iu;

const pulling = (...tails: readonly RegExp[]): readonly Pattern[] => tails.map((tail) => [PULLING, tail]);

const REACH = [
	"Look at the service's subnets: a private one needs NAT, or the endpoints ecr.api, ecr.dkr and the gateway endpoint of s3, where layers lie.",
	'A public subnet needs assignPublicIp ENABLED.',
	'The security group of the task needs a way out on 443.',
];

/** What docker says, which somebody else may quote: it counts where ECS is known to be the author. */
const DAEMON =
	/^(?:Error response from daemon: (?:Get "?<url>|pull access denied|manifest |repository |toomanyrequests|unauthorized|no basic auth|error pulling)|error pulling image conf|pull access denied)/iu;

const daemon = (...tails: readonly RegExp[]): readonly Pattern[] => tails.map((tail) => [DAEMON, tail]);

/** The registry is asked for a token with the words of secrets, before anything is pulled. */
export const TOKEN_DENIED: Pattern = [
	/^(?:ResourceInitializationError|unable to |execution resource|The task cannot pull registry auth)/iu,
	/ecr registry auth|registry auth from Amazon ECR|ecr:GetAuthorizationToken/iu,
	/AccessDenied|not authorized to perform: ecr:/iu,
];

export const IMAGE_PULL_AUTH: Entry = {
	id: 'image-pull-auth',
	severity: 'high',
	match: [
		...pulling(
			/403 Forbidden|401 Unauthorized|pull access denied|insufficient_scope|not authorized to perform: ecr:|no basic auth|has the permissions to pull|authorization failed/iu,
		),
	],
	inContext: daemon(/pull access denied|unauthorized|no basic auth/iu),
	short: 'it may not pull its image',
	title: ({ image, role }) =>
		`${role === undefined ? 'The task' : `The role ${role}`} may not pull ${image === undefined ? 'its image' : image}`,
	cause: ({ image = '' }) =>
		image.startsWith('docker.io/library/')
			? 'The name of the image has no registry in front, so Docker Hub is asked, which does not have it.'
			: 'The registry does not let the execution role in, or says so of a repository that does not exist.',
	next: [
		'ECR: the execution role needs ecr:GetAuthorizationToken, BatchCheckLayerAvailability, GetDownloadUrlForLayer and BatchGetImage; in another account the policy of the repository, too.',
		'Is the registry part of the image name, as in <account>.dkr.ecr.<region>.amazonaws.com/<repository>?',
		'A private registry elsewhere needs repositoryCredentials.',
	],
};

/** `shop/web` of an image in ECR; undefined of one elsewhere, or that was cut. */
function repositoryOf(image: string | undefined): string | undefined {
	return /\.dkr\.ecr\.[\w.-]{1,60}\/(?<repository>[\w./-]{1,256})[:@]/u.exec(image ?? '')?.groups?.['repository'];
}

const IMAGE_NOT_FOUND: Entry = {
	id: 'image-not-found',
	severity: 'high',
	short: 'its image does not exist',
	title: ({ image, repository }) =>
		image === undefined && repository === undefined
			? 'The image does not exist'
			: `The image ${image ?? repository} does not exist`,
	cause:
		'The registry has no such repository or tag: a typing error, a build that has not finished, or a lifecycle policy that removed it.',
	next: [
		({ image }) =>
			`See which tags there are: \`aws ecr describe-images --repository-name ${repositoryOf(image) ?? '<repository>'}\`.`,
		'`deckwatch rollback <service>` goes back to the revision that ran; `deckwatch deploy <service> --tag <tag>` takes one that exists.',
	],
};

/**
 * Images that could not be pulled. Wordings: Amazon ECS developer guide, "CannotPullContainer task errors"; amazon-ecs-agent,
 * errormessages; and issues that quote them, see test/fixtures/messages.jsonl.
 */
export const IMAGE_PULL: Block = {
	kinds: TASK_KINDS,
	entries: [
		{
			id: 'image-platform-mismatch',
			severity: 'high',
			match: pulling(/descriptor (?:for|matching) platform|no matching manifest|exec format error/iu),
			inContext: [/^image Manifest does not contain descriptor matching platform/iu],
			short: 'its image is not built for this CPU',
			title: ({ platform }) => `The image is not built for ${platform ?? "the task's CPU architecture"}`,
			cause:
				'The image holds no variant for the platform the task runs on: built on an ARM machine, and run on x86, or the other way round.',
			next: [
				'Build for the right one, or for both: `docker buildx build --platform linux/amd64,linux/arm64`.',
				'Or set `runtimePlatform.cpuArchitecture` of the task definition to that of the image: X86_64 or ARM64.',
				'The revision before still runs: `deckwatch rollback <service>`.',
			],
		},
		{
			id: 'image-pull-rate-limit',
			severity: 'high',
			match: [
				/^toomanyrequests: (?:Too Many Requests|You have reached your (?:unauthenticated )?pull rate limit)/iu,
				...pulling(/toomanyrequests|pull rate limit|429 Too Many Requests|ThrottlingException|Rate exceeded/iu),
			],
			short: "the registry's pull rate limit was reached",
			cause:
				'Docker Hub lets anonymous pulls through only so often per address, which all tasks behind one NAT gateway share; ECR throttles per account.',
			next: [
				'Pull through ECR: a pull-through cache rule, or a copy of the image there.',
				'Or give the container repositoryCredentials of an account at the registry.',
				'A crash loop pulls each time: stop it, and the limit recovers.',
			],
		},
		{
			id: 'image-digest-gone',
			severity: 'high',
			match: pulling(/not found|manifest unknown/iu),
			when: ({ fields }) => fields['image']?.includes('@sha256:') ?? false,
			short: 'the image behind its tag was deleted from the registry',
			title: ({ image }) =>
				`The image${image === undefined ? ' behind the tag' : ` ${image}`} was deleted from the registry`,
			cause:
				'A deployment keeps the digest that its tag had at its beginning. The tag was moved since, and the old image expired, so tasks that ' +
				'are replaced or scaled out cannot start.',
			next: [
				'`deckwatch deploy <service> --force` looks up the tag again.',
				'For good: tags that never move, and a lifecycle policy that keeps what is deployed.',
			],
		},
		{
			...IMAGE_NOT_FOUND,
			match: pulling(/not found|manifest unknown|Check whether the image exists/iu),
			inContext: daemon(/not found|manifest unknown/iu),
		},
		IMAGE_PULL_AUTH,
		{
			id: 'image-disk-full',
			severity: 'high',
			match: [/^write \/var\/lib\/\S{1,300}: no space left on device/iu, ...pulling(/no space left on device/iu)],
			short: 'no disk space left',
			title: 'There is no disk space left for the image',
			cause:
				'The image does not fit on the disk: 20 GiB on Fargate unless more is asked for, or an instance full of old images.',
			next: [
				'Fargate: raise `ephemeralStorage` of the task definition (21 to 200 GiB).',
				'EC2: clean up (`docker system prune`), or replace the instance with one that has a larger disk.',
			],
		},
		{
			id: 'image-pull-network',
			severity: 'high',
			match: [
				/^(?:The task (?:can't|cannot) pull the image\. )Check your network configuration/iu,
				...pulling(
					/request canceled while waiting for connection|Client\.Timeout|i\/o timeout|dial tcp|connection issue between the task and|Check your network configuration|context canceled|deadline exceeded|connection (?:reset|refused)|TLS handshake timeout|invalid memory address or nil pointer/iu,
				),
			],
			inContext: [
				/^context canceled\.?$/iu,
				...daemon(/request canceled|Client\.Timeout|i\/o timeout|dial tcp|TLS handshake/iu),
			],
			short: 'it cannot reach the image registry',
			title: ({ address }) =>
				address === undefined
					? 'The image registry cannot be reached'
					: `The image registry cannot be reached at ${address}`,
			cause: 'There is no way from the subnet to the registry, or to S3, which holds the layers of images in ECR.',
			next: REACH,
		},
		{ ...IMAGE_NOT_FOUND, match: pulling(/does not exist/iu) },
		{
			id: 'image-pull-failed',
			severity: 'high',
			match: [PULLING],
			inContext: [/^failed to resolve ref(?:erence)?\b/iu, DAEMON],
			short: 'its image could not be pulled',
			title: ({ image }) => `${image === undefined ? 'The image' : `The image ${image}`} could not be pulled`,
			cause:
				'The text does not say why, or its end is cut off: the image may be missing, not allowed, or out of reach.',
			next: [
				'Get all of the text: `aws ecs describe-tasks`, stoppedReason and the reason of each container.',
				'Check in this order: does the tag exist? May the execution role pull it? Does the subnet reach the registry?',
			],
		},
	],
};
