import { nameOf } from '../world/arn.ts';
import type { Behaviour, VoiceName } from '../world/behaviour.ts';
import { SECOND } from '../world/clock.ts';
import type { ContainerState } from '../world/container.ts';
import { unit } from '../world/noise.ts';
import { seedOf } from '../world/random.ts';
import type { Episode, LogStream } from './stream.ts';

const APPLICATION_VOICES = ['json', 'java', 'python', 'rails', 'plain', 'json'] as const;

/** How a container speaks: as its behaviour says, else as its image's name suggests. */
export function habitOf(
	behaviour: Behaviour,
	{ image }: ContainerState,
	containerPort: number | undefined,
): Pick<LogStream, 'voice' | 'rate'> {
	// Nobody finds a process that listens on another port than the one mapped: it has nothing to tell.
	const isUnreached = behaviour.listensOn !== undefined && behaviour.listensOn !== containerPort;
	const voice = behaviour.log?.voice ?? voiceFor(image);
	const rate = behaviour.log?.linesPerSecond ?? (voice === 'agent' ? 0.2 : 0.2 + 0.3 * unit(seedOf(image), 2));
	return { voice, rate: isUnreached ? 0 : rate };
}

/** What its behaviour makes go wrong in a container, and its log tell of. */
export function episodesOf({ response, healthCheck, errorRate = 0 }: Behaviour, startedAt: number): Episode[] {
	const episodes: Episode[] = [];
	if (healthCheck !== undefined)
		episodes.push({ trouble: 'health-check', from: startedAt + healthCheck.from * SECOND });
	if (response !== undefined) {
		const trouble =
			response.status === 503 ? 'health-check' : response.status === 'timeout' ? 'slow-dependency' : 'errors';
		episodes.push({ trouble, from: startedAt + response.from * SECOND });
	}
	if (errorRate > 0) episodes.push({ trouble: 'errors', from: startedAt });
	return episodes.sort((one, other) => one.from - other.from);
}

function voiceFor(image: string): VoiceName {
	const name = nameOf(image).split(/[:@]/, 1)[0] ?? image;
	if (/nginx|web|frontend|gateway/.test(name)) return 'nginx';
	if (/agent|datadog|envoy|fluent|otel|collector/.test(name)) return 'agent';
	return APPLICATION_VOICES[Math.floor(unit(seedOf(name), 1) * APPLICATION_VOICES.length)] ?? 'json';
}
