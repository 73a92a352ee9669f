/** `1 vCPU`, `0.25 vCPU`; of CPU units. */
export function vcpuWords(cpuUnits: number): string {
	return `${rounded(cpuUnits / 1024)} vCPU`;
}

/** `2 GB`, `0.5 GB`, `300 MiB`: as AWS names the sizes of tasks; of MiB. */
export function memoryWords(mebibytes: number): string {
	return mebibytes % 512 === 0 ? `${rounded(mebibytes / 1024)} GB` : `${mebibytes} MiB`;
}

function rounded(number: number): number {
	return Math.round(number * 100) / 100;
}
