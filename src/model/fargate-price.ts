import type { TaskNeeds } from './task-needs.ts';

/** USD for an hour of one vCPU and of one GB. */
type Rate = { readonly vcpu: number; readonly gigabyte: number };

/**
 * On-demand prices for Linux, without tax, savings plan or credits: aws.amazon.com/fargate/pricing as told by vantage.sh/blog/fargate-pricing
 * and wring.co/blog/aws-fargate-pricing-guide (us-east-1, March 2026) and clyr.co.jp (ap-northeast-1, September 2025).
 * A region, architecture or kind of which no price is known is not here: nothing is worked out from another.
 */
const RATES: Readonly<Record<string, Readonly<Record<string, Rate>>>> = {
	'us-east-1': {
		X86_64: { vcpu: 0.04048, gigabyte: 0.004445 },
		ARM64: { vcpu: 0.03238, gigabyte: 0.00356 },
	},
	'ap-northeast-1': { X86_64: { vcpu: 0.05056, gigabyte: 0.00553 } },
};

/** AWS counts a month as 730 hours in its examples (AWS Pricing Calculator). */
const HOURS = 730;

/** USD for a task that runs on demand for a month; undefined where no price is known. */
export function fargateMonth(region: string, needs: TaskNeeds): number | undefined {
	const { cpu, memory, architecture, operatingSystem, extraStorage } = needs;
	if (operatingSystem !== 'LINUX' || extraStorage > 0) return undefined;
	const rate = RATES[region]?.[architecture];
	return rate && ((cpu / 1024) * rate.vcpu + (memory / 1024) * rate.gigabyte) * HOURS;
}
