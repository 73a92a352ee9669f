/** What begins a message of ECS and nothing else: each of these names the thing, or is a whole sentence of AWS's. */
const CATEGORY =
	/(?:Cannot(?:Pull\w{0,20}|CreateContainer|StartContainer|InspectContainer|StopContainer|CreateVolume)|ResourceInitialization|ContainerRuntimeTimeout)Error: |DockerTimeoutError: Could |OutOf?MemoryError: Container killed/iu;

const SENTENCE =
	/(?<=^|[:=("'`|>*—–\]-]\s?)(?:\(service [^\s()]{1,260}(?:, ?taskSet [^\s()]{1,200})?\) |service \([^\s()]{1,260}\) |TaskFailedToStart: |An error occurred \(|ECS deployment circuit breaker|The execute command failed|Capacity is unavailable at this time|Task failed (?:ELB|container) health checks|Your Spot Task was interrupted|Scaling activity initiated by |Essential container in task exited|Unexpected EC2 error while|Target is in an Availability Zone|No Container Instances were found|Unable to assume the service linked role|You've reached the limit on the number|No Fargate configuration exists for)/iu;

/** More are in no text that is one message. */
const MOST = 12;

/**
 * Where else in a text a message of AWS's may begin, after what a tool wrote in front of it: at each further line, at the name of
 * an error of ECS, at a sentence of AWS's behind a colon or a quotation mark. The nearest first.
 */
export function laterStarts(text: string): readonly string[] {
	// CodeBuild pulls images, too, with the same words, but with a role of its own.
	if (/BUILD_CONTAINER_UNABLE_TO_PULL_IMAGE/u.test(text)) return [];
	const byLine = [...text.matchAll(/\n/gu)]
		.slice(0, MOST)
		.map(({ index }) => text.slice(index + 1))
		// An error of an API means nothing without the call, which stands in front of it.
		.filter((part) => !/^\s{0,40}\w{3,40}Exception: /u.test(part));
	const flat = text.replaceAll(/\s+/gu, ' ');
	const inside = [CATEGORY, SENTENCE].flatMap((pattern) => {
		const at = flat.search(pattern);
		return at > 0 ? [flat.slice(at)] : [];
	});
	return [...byLine, ...inside];
}

/** Events that stand one behind the other; the text itself when it is one. */
export function eachEvent(text: string): readonly string[] {
	return text.split(
		/(?<=[.)\]"',|]\s{0,3}|\n\s{0,20})(?=\(service [^\s()]{1,260}(?:, ?taskSet [^\s()]{1,200})?\) )/iu,
		MOST,
	);
}
