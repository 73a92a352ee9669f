import type { FargateQuota } from '../../model/fargate-quota.ts';
import { vcpuWords } from '../../model/size-words.ts';
import { type Look } from '../look.ts';
import type { Remark } from '../plan.ts';
import { counted } from '../../model/counted.ts';
import type { Wanted } from './wanted.ts';
import { good, unknown, unseenRemarks, warning } from '../remarks.ts';

/** Whether the region's quotas of Fargate leave vCPUs for the tasks that are wanted. */
export function quotaRemarks(quotas: readonly Look<FargateQuota>[], { more, needs }: Wanted): readonly Remark[] {
	return quotas.flatMap((look): readonly Remark[] => {
		if (!('value' in look)) return unseenRemarks('quota of Fargate', look);
		return needs ? [quotaRemark(look.value, (more * needs.cpu) / 1024, { more, shared: quotas.length > 1 })] : [];
	});
}

function quotaRemark(
	{ kind, vcpus, used }: FargateQuota,
	needed: number,
	{ more, shared }: { readonly more: number; readonly shared: boolean },
): Remark {
	const name = kind === 'spot' ? 'Fargate Spot' : 'Fargate';
	const inUse = used === undefined ? undefined : `${name} has ${Math.round(used * 100) / 100} of ${vcpus} vCPUs in use`;
	if ((used ?? 0) + needed > vcpus) {
		const quota = inUse ?? `the quota of ${name} is ${vcpuWords(vcpus * 1024)}`;
		// A strategy of both kinds decides task by task which of them takes it.
		const need = `${counted(more, 'more task needs', 'more tasks need')} ${shared ? 'up to ' : ''}${vcpuWords(needed * 1024)}`;
		return warning(`${need}; ${quota}`);
	}
	return inUse === undefined
		? unknown(`quota of ${name}: ${vcpus} vCPUs; how many are in use CloudWatch does not tell`)
		: good(inUse);
}
