import { shortWords } from '../../diagnosis/catalogue/short-words.ts';
import { lastSegment, shortTaskId } from '../../model/arn.ts';
import { failedCallAndNext } from '../../model/failure-words.ts';
import type { TargetHealth } from '../../model/load-balancing.ts';
import type { Service, ServiceLoadBalancer } from '../../model/service.ts';
import { targetGroupCheckWords } from '../../model/target-group-check-words.ts';
import type { Picture } from '../../store/picture.ts';
import type { Theme } from '../../components/theme.ts';
import { gridLines } from '../grid.ts';
import type { Section } from '../section.ts';
import { EMPTY_LINE, line, span, type Span, type TextLine } from '../text-line.ts';
import { paragraph } from '../wrap.ts';

type Looks = { readonly picture: Picture; readonly theme: Theme };

/** Every target group of the service: how it checks, and what each target says. */
export function loadBalancerSection(service: Service, looks: Looks): Section {
	const { loadBalancers } = service;
	return {
		title: 'Load balancers',
		wide: true,
		lines: (width) => {
			if (loadBalancers.length === 0) return [line('none: its tasks are behind no load balancer', 'dim')];
			const blocks = loadBalancers
				.flatMap((one) => [one, ...otherOf(one)])
				.map((one) => balancerLines(one, service, looks, width));
			return blocks.flatMap((block, index) => (index === 0 ? block : [EMPTY_LINE, ...block]));
		},
	};
}

/** The group that a deployment shifts the traffic to, or has shifted it to. */
function otherOf(one: ServiceLoadBalancer): readonly ServiceLoadBalancer[] {
	const { alternateTargetGroupArn } = one;
	return alternateTargetGroupArn === undefined ? [] : [{ ...one, targetGroupArn: alternateTargetGroupArn }];
}

function balancerLines(
	{ targetGroupArn, alternateTargetGroupArn, loadBalancerName, containerName, containerPort }: ServiceLoadBalancer,
	service: Service,
	{ picture, theme }: Looks,
	width: number,
): readonly TextLine[] {
	const port = `${containerName}:${containerPort}`;
	if (targetGroupArn === undefined) return [line(`${loadBalancerName ?? '-'} (classic) → ${port}`)];
	const group = picture.targetGroups[targetGroupArn]?.value;
	const health = picture.targetHealth[targetGroupArn];
	const name = group?.targetGroupName ?? targetGroupArn.split('/').at(-2) ?? lastSegment(targetGroupArn);
	const balancers = (group?.loadBalancerArns ?? []).map((arn) => arn.split('/').at(-2) ?? arn).join(', ');
	const heading: TextLine = [span(name, 'strong'), span(`${balancers && ` of ${balancers}`} → ${port}`)];
	const check = group ? paragraph(targetGroupCheckWords(group), width, 'dim') : [];
	if (health?.value === undefined) {
		const failure = health?.failure;
		const why = failure
			? `its targets are unknown: ${failedCallAndNext(failure)}`
			: 'asking elasticloadbalancing:DescribeTargetHealth';
		return [heading, ...check, ...paragraph(why, width, failure ? 'degraded' : 'dim')];
	}
	// Of two groups one is empty between deployments.
	const none = alternateTargetGroupArn === undefined ? 'degraded' : 'dim';
	if (health.value.length === 0) return [heading, ...check, line('no targets are registered', none)];
	const taskOf = taskByAddress(picture, service);
	return [heading, ...check, ...gridLines(targetColumns(taskOf, theme), health.value, width)];
}

function targetColumns(taskOf: (target: TargetHealth) => string, { glyphs }: Theme) {
	return [
		{ title: 'TARGET', cell: ({ id, port }: TargetHealth) => span(`${id}:${port}`) },
		{ title: 'TASK', cell: (target: TargetHealth) => span(taskOf(target)) },
		{ title: 'AZ', cell: ({ availabilityZone }: TargetHealth) => span(availabilityZone ?? '-') },
		{ title: 'STATE', cell: ({ state }: TargetHealth) => stateSpan(state, glyphs) },
		{ title: 'WHY', cell: (target: TargetHealth) => span(reasonWords(target), 'dim') },
	];
}

function stateSpan(state: string, glyphs: Theme['glyphs']): Span {
	if (state.startsWith('unhealthy')) return span(`${glyphs.failing} ${state}`, 'failing');
	if (state === 'healthy') return span(`  ${state}`);
	if (state === 'initial' || state === 'draining') return span(`${glyphs.changing} ${state}`, 'changing');
	return span(`${glyphs.degraded} ${state}`, 'degraded');
}

function reasonWords({ reason, description }: TargetHealth): string {
	if (reason === undefined) return description ?? '';
	return `${shortWords(reason, 'target-health') ?? reason}${description === undefined ? '' : ` (${description})`}`;
}

/** Targets of type ip are tasks: found by their private address, as far as the tasks are known. */
function taskByAddress(picture: Picture, { serviceArn }: Service): (target: TargetHealth) => string {
	const tasks = Object.values(picture.tasks[serviceArn]?.value ?? {});
	const byAddress = new Map(
		tasks
			.filter(({ lastStatus }) => lastStatus !== 'STOPPED')
			.map(({ privateIpv4Address, taskArn }) => [privateIpv4Address, shortTaskId(taskArn)]),
	);
	return ({ id }) => byAddress.get(id) ?? '-';
}
