import { clientException } from './refuse.ts';

/** Memory in MiB that Fargate offers with a number of CPU units (ECS API reference, RegisterTaskDefinition, cpu). */
const offered: Readonly<Record<number, readonly number[]>> = {
	256: [512, 1024, 2048],
	512: steps(1024, 4096, 1024),
	1024: steps(2048, 8192, 1024),
	2048: steps(4096, 16_384, 1024),
	4096: steps(8192, 30_720, 1024),
	8192: steps(16_384, 61_440, 4096),
	16_384: steps(32_768, 122_880, 8192),
};

/** Whether Fargate has this pair of CPU units and MiB. */
export function fargateOffers(cpu: number, memory: number): boolean {
	return offered[cpu]?.includes(memory) ?? false;
}

/** Refuses a size that Fargate does not have. @throws {AwsFault} ClientException */
export function checkFargateSize(cpu: number, memory: number): void {
	if (fargateOffers(cpu, memory)) return;
	throw clientException(
		`No Fargate configuration exists for given values: ${cpu} CPU, ${memory} memory. See the Amazon ECS documentation for the valid values.`,
	);
}

/** `512` -> 512, `1 vCPU` -> 1024; NaN for anything else. */
export function cpuUnits(text: string | undefined): number {
	const cores = /^([\d.]+)\s*vcpu$/i.exec(text ?? '')?.[1];
	return cores === undefined ? Number(text ?? Number.NaN) : Number(cores) * 1024;
}

/** `1024` -> 1024, `2GB` or `2 GB` -> 2048; NaN for anything else. */
export function mebibytes(text: string | undefined): number {
	const gigabytes = /^([\d.]+)\s*gb$/i.exec(text ?? '')?.[1];
	return gigabytes === undefined ? Number(text ?? Number.NaN) : Number(gigabytes) * 1024;
}

function steps(from: number, to: number, step: number): number[] {
	return Array.from({ length: (to - from) / step + 1 }, (_, index) => from + index * step);
}
