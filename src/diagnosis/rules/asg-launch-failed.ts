import { shellWord } from '../../model/shell-word.ts';
import { aboutService } from '../about-service.ts';
import { FOLLOWS_FROM_NO_ROOM } from '../capacity/follows-from-no-room.ts';
import { lackOfRoom } from '../capacity/lack-of-room.ts';
import type { Evidence } from '../evidence.ts';
import type { Finding } from '../finding.ts';
import { groupLine } from '../capacity/group-words.ts';
import { ownGroup } from '../capacity/own-group.ts';
import { placementTrouble } from '../capacity/placement-trouble.ts';
import { regionOption } from '../update-command.ts';

/** What EC2 Auto Scaling puts around the reason: `Launching a new EC2 instance. Status Reason: … Launching EC2 instance failed.` */
const AROUND = /^.*Status Reason:\s*|\s*Launching EC2 instance failed\.?\s*$/giu;

/** The group should bring more instances for tasks that have no place, and its newest try failed. */
export function asgLaunchFailed(evidence: Evidence, now: number): readonly Finding[] {
	const own = ownGroup(evidence);
	if (!own) return [];
	const { group } = own;
	const [newest] = group.activities.filter(({ statusCode }) => statusCode === 'Failed' || statusCode === 'Successful');
	const trouble = placementTrouble(evidence);
	const needed = lackOfRoom(evidence, now) ?? (trouble?.id === 'placement-no-instances' ? trouble : undefined);
	if (!newest || newest.statusCode !== 'Failed' || group.inService >= group.desiredCapacity || !needed) return [];
	const failed = group.activities
		.slice(0, lastSuccess(group.activities))
		.filter(({ statusCode }) => statusCode === 'Failed');
	const first = failed.at(-1) ?? newest;
	const said = newest.statusMessage?.trim() || newest.description.trim() || 'EC2 gave no reason';
	const why = said.replaceAll(AROUND, '').trim().replace(/\.$/u, '') || said;
	const times = failed.length > 1 ? `, ${failed.length} tries failed` : '';
	return [
		aboutService(evidence.service, {
			id: 'asg-launch-failed',
			severity: 'high',
			confidence: 'high',
			sentence: `${group.name} cannot start an instance (${group.inService} of ${group.desiredCapacity} in service${times}): ${why}`,
			since: Math.min(first.startTime, needed.since),
			evidence: [{ text: said, api: 'autoscaling:DescribeScalingActivities', at: newest.startTime }, groupLine(own)],
			ruledOut: ['The maximum of the group is not in the way: it tries, and EC2 refuses'],
			next: [
				{
					text: 'See what EC2 said to each try',
					command: `aws autoscaling describe-scaling-activities ${regionOption(evidence.service)} --auto-scaling-group-name ${shellWord(group.name)} --max-items 5`,
				},
				...ways(why),
			],
			explains: ['x-ec2-autoscaling-mismatch', 'x-capacity-plan', 'placement-no-instances', ...FOLLOWS_FROM_NO_ROOM],
		}),
	];
}

/** How many activities are newer than the last good one. */
function lastSuccess(activities: readonly { readonly statusCode: string }[]): number {
	const at = activities.findIndex(({ statusCode }) => statusCode === 'Successful');
	return at === -1 ? activities.length : at;
}

/** What EC2's refusals ask for; its wordings are not parsed further than for these. */
function ways(why: string): Finding['next'] {
	if (/free addresses in subnet/iu.test(why)) return [{ text: 'Give the group a subnet with free addresses' }];
	if (/vCPU limit|limit|quota/iu.test(why))
		return [{ text: 'Ask for a higher EC2 quota in Service Quotas, or use another instance type' }];
	if (/capacity/iu.test(why)) return [{ text: 'Let the group use other instance types and zones' }];
	return [];
}
