/** What an instance of a type registers with ECS. */
export type InstanceSize = {
	/** CPU units. */
	readonly cpu: number;
	/** MiB: what the kernel leaves of the nominal size. AWS gives no figures; these are near what people have seen. */
	readonly memory: number;
	/** Network interfaces (EC2 user guide, IP addresses per network interface), its own among them. */
	readonly interfaces: number;
	readonly architecture: 'x86_64' | 'arm64';
};

const x86 = (cpu: number, memory: number, interfaces: number): InstanceSize => ({
	cpu,
	memory,
	interfaces,
	architecture: 'x86_64',
});

const arm = (cpu: number, memory: number, interfaces: number): InstanceSize => ({
	...x86(cpu, memory, interfaces),
	architecture: 'arm64',
});

/** The types that a scenario's instances can be of. */
export const INSTANCE_TYPES: Readonly<Record<string, InstanceSize>> = {
	't3.micro': x86(2048, 914, 2),
	't3.small': x86(2048, 1913, 3),
	't3.medium': x86(2048, 3834, 3),
	't3.large': x86(2048, 7764, 3),
	't4g.medium': arm(2048, 3835, 3),
	't4g.large': arm(2048, 7813, 3),
	'm5.large': x86(2048, 7680, 3),
	'm5.xlarge': x86(4096, 15_567, 4),
	'm5.2xlarge': x86(8192, 31_358, 4),
	'm7g.large': arm(2048, 7815, 3),
	'c5.large': x86(2048, 3726, 3),
	'c5.xlarge': x86(4096, 7619, 4),
	'c5.2xlarge': x86(8192, 15_480, 4),
	'r5.large': x86(2048, 15_567, 3),
	'r5.xlarge': x86(4096, 31_358, 4),
};

/** @throws {Error} for a type that is none of these; a scenario's schema lets no other through */
export function sizeOf(instanceType: string): InstanceSize {
	const size = INSTANCE_TYPES[instanceType];
	if (!size) throw new Error(`drydock has no instance type ${instanceType}`);
	return size;
}
