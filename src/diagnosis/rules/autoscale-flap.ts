import { duration } from '../../model/duration.ts';
import type { ServiceScaling } from '../../model/scaling.ts';
import { aboutService } from '../about-service.ts';
import { type DesiredChange, desiredChanges } from '../desired-changes.ts';
import { type Evidence, MINUTE } from '../evidence.ts';
import type { Finding, NextStep } from '../finding.ts';

const HOUR = 60 * MINUTE;

/** So many turns in an hour are no answer to the load; our own choice. */
const MANY = 4;

/** AWS's own, when a policy of an ECS service names none (Application Auto Scaling user guide, cooldown periods). */
const COOLDOWN = 300;

/** What scale-in is slowed down to; our own choice. */
const SLOWER = 900;

/** Out and in again and again: tasks come and go for nothing. */
export function autoscaleFlap({ service, scaling, activities }: Evidence, now: number): readonly Finding[] {
	if (!scaling || !activities) return [];
	const changes = desiredChanges(activities).filter(({ at }) => now - at <= HOUR && at <= now);
	const turns = turnsIn(changes);
	const cooldown = cooldownOf(scaling);
	const quick = turns.filter(({ after }) => after < cooldown * 1000);
	const [first] = turns;
	if (!first || (turns.length < MANY && quick.length < 2)) return [];
	const counts = changes.map(({ to }) => to);
	const [least, most] = [Math.min(...counts), Math.max(...counts)];
	return [
		aboutService(service, {
			id: 'x-autoscale-flap',
			severity: 'warning',
			confidence: turns.length >= MANY ? 'high' : 'medium',
			sentence: `scaling turned ${turns.length} times in ${duration(now - first.at)}, between ${least} and ${most} tasks`,
			since: first.at,
			evidence: changes.toReversed().slice(0, 6).map(changeLine),
			next: calmer(service.serviceName, scaling, least, most),
			explains: ['x-target-value-odd'],
		}),
	];
}

type Turn = { readonly at: number; /** Ms since the change before it. */ readonly after: number };

/** The changes that go the other way than the one before them. */
function turnsIn(changes: readonly DesiredChange[]): readonly Turn[] {
	const steps = changes.flatMap((change, index) => {
		const before = changes[index - 1];
		return before && before.to !== change.to
			? [{ at: change.at, after: change.at - before.at, up: change.to > before.to }]
			: [];
	});
	return steps.filter((step, index) => index > 0 && steps[index - 1]?.up !== step.up);
}

function changeLine({ at, activity }: DesiredChange): Finding['evidence'][number] {
	return {
		text: `${activity.description} ${activity.cause}`.trim(),
		api: 'application-autoscaling:DescribeScalingActivities',
		at,
		place: { kind: 'autoscaling' },
	};
}

/** Seconds: the longest of its policies. */
function cooldownOf({ policies }: ServiceScaling): number {
	const all = policies.flatMap(({ scaleInCooldown, steps }) => [scaleInCooldown ?? steps?.cooldown ?? COOLDOWN]);
	return Math.max(...all, 0);
}

function calmer(name: string, scaling: ServiceScaling, least: number, most: number): readonly NextStep[] {
	const cooldown = cooldownOf(scaling);
	const tracks = scaling.policies.some(({ policyType }) => policyType === 'TargetTrackingScaling');
	return [
		...(tracks && cooldown < SLOWER
			? [
					{
						text: `Take tasks away more slowly: scale-in cooldown ${cooldown} → ${SLOWER} s`,
						binding: 'act.target',
						command: `deckwatch target ${name} --cooldown-in ${SLOWER}`,
					},
				]
			: []),
		...(least > scaling.target.minCapacity || most > least
			? [
					{
						text: `Or keep ${most} as the minimum while the load swings`,
						binding: 'act.target',
						command: `deckwatch target ${name} --min ${most}`,
					},
				]
			: []),
		{ text: 'Or scale by something steadier, requests per target say', binding: 'act.target' },
	];
}
