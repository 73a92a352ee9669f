/** The memory that Fargate offers with a number of CPU units, in MiB (ECS API reference, RegisterTaskDefinition, cpu). */
const OFFERED: ReadonlyMap<number, readonly number[]> = new Map([
	[256, [512, 1024, 2048]],
	[512, steps(1024, 4096, 1024)],
	[1024, steps(2048, 8192, 1024)],
	[2048, steps(4096, 16_384, 1024)],
	[4096, steps(8192, 30_720, 1024)],
	[8192, steps(16_384, 61_440, 4096)],
	[16_384, steps(32_768, 122_880, 8192)],
]);

/** CPU units that Fargate offers, and, where they are given, the MiB that go with them. */
export function offeredSizes(cpu: number): { readonly cpus: readonly number[]; readonly memories: readonly number[] } {
	return { cpus: [...OFFERED.keys()], memories: OFFERED.get(cpu) ?? [] };
}

/** Why Fargate has no such task, with what it has instead; undefined when it has. CPU units and MiB. */
export function notOffered(cpu: number, memory: number): string | undefined {
	const memories = OFFERED.get(cpu);
	if (!memories) return `Fargate has no tasks of ${cpu} CPU units: ${[...OFFERED.keys()].join(', ')} are offered`;
	if (memories.includes(memory)) return undefined;
	return `Fargate has no ${memory} MiB with ${cpu} CPU units: ${shortened(memories)} are offered`;
}

/** `512`, `1 vCPU` or `.5 vcpu` in CPU units; NaN for anything else. */
export function cpuUnits(text: string): number {
	const cores = /^([\d.]+)\s*vcpus?$/iu.exec(text.trim())?.[1];
	return cores === undefined ? whole(text) : Number(cores) * 1024;
}

/** `1024`, `2GB` or `2 GB` in MiB; NaN for anything else. */
export function mebibytes(text: string): number {
	const gigabytes = /^([\d.]+)\s*gi?b$/iu.exec(text.trim())?.[1];
	return gigabytes === undefined ? whole(text) : Number(gigabytes) * 1024;
}

function whole(text: string): number {
	return /^\d+$/u.test(text.trim()) ? Number(text) : Number.NaN;
}

function shortened(memories: readonly number[]): string {
	const [first, second, third] = memories;
	return memories.length > 4 ? `${first}, ${second}, ${third} … ${memories.at(-1)}` : memories.join(', ');
}

function steps(from: number, to: number, step: number): readonly number[] {
	return Array.from({ length: (to - from) / step + 1 }, (_, index) => from + index * step);
}
