import { expect, test } from 'vitest';
import { memoryWords, vcpuWords } from '../../src/model/size-words.ts';

test.each([
	[256, '0.25 vCPU'],
	[1024, '1 vCPU'],
	[16_384, '16 vCPU'],
	[100, '0.1 vCPU'],
])('%i CPU units are %s', (units, words) => {
	expect(vcpuWords(units)).toBe(words);
});

test.each([
	[512, '0.5 GB'],
	[2048, '2 GB'],
	[300, '300 MiB'],
])('%i MiB are %s', (mebibytes, words) => {
	expect(memoryWords(mebibytes)).toBe(words);
});
