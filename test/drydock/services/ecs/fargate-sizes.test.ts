import { expect, test } from 'vitest';
import { cpuUnits, fargateOffers, mebibytes } from '../../../../src/drydock/services/ecs/fargate-sizes.ts';

test('Fargate offers 74 sizes', () => {
	let count = 0;
	for (const cpu of [128, 256, 512, 1024, 2048, 4096, 8192, 16_384, 32_768]) {
		for (let memory = 512; memory <= 131_072; memory += 512) if (fargateOffers(cpu, memory)) count += 1;
	}
	expect(count).toBe(74);
	expect(fargateOffers(256, 2048)).toBe(true);
	expect(fargateOffers(256, 1536)).toBe(false);
	expect(fargateOffers(8192, 20_480)).toBe(true);
	expect(fargateOffers(8192, 17_408)).toBe(false);
});

test('sizes may be written in words', () => {
	expect([cpuUnits('512'), cpuUnits('0.25 vCPU'), cpuUnits('1vcpu')]).toEqual([512, 256, 1024]);
	expect([mebibytes('1024'), mebibytes('2GB'), mebibytes('0.5 GB')]).toEqual([1024, 2048, 512]);
	expect(cpuUnits('many')).toBeNaN();
});
