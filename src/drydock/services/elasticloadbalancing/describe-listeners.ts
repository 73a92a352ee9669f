import type {
	Action,
	DescribeListenersInput,
	DescribeListenersOutput,
	DescribeRulesInput,
	DescribeRulesOutput,
	Listener,
	Rule,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { AwsFault } from '../../wire/handler.ts';
import { arnOf } from '../../world/arn.ts';
import { seeded, seedOf, uuid } from '../../world/random.ts';
import { type BalancerListener, listenersOf, ruleArn } from '../../world/listeners.ts';
import type { ListenerRuleState, LoadBalancerState } from '../../world/load-balancing.ts';
import { asked, loadBalancer, loadBalancersIn, type Look, marked, targetGroupsIn } from './look.ts';

const notFoundHere = { Type: 'fixed-response', FixedResponseConfig: { StatusCode: '404' } } as const;

/**
 * Each load balancer has a listener for HTTPS on 443; one with rules for test traffic has another on 8443.
 * @throws {AwsFault} LoadBalancerNotFound, ListenerNotFound
 */
export function describeListeners(look: Look, input: DescribeListenersInput): DescribeListenersOutput {
	const { LoadBalancerArn, ListenerArns } = input;
	const balancers = LoadBalancerArn === undefined ? loadBalancersIn(look) : [loadBalancer(look, LoadBalancerArn)];
	const all = balancers.flatMap((balancer) =>
		listenersOf(look.world, balancer).map(({ listenerArn, port }): Listener => ({
			ListenerArn: listenerArn,
			LoadBalancerArn: balancer.loadBalancerArn,
			Port: port,
			Protocol: 'HTTPS',
			Certificates: [{ CertificateArn: certificateArn(look, balancer) }],
			SslPolicy: 'ELBSecurityPolicy-TLS13-1-2-2021-06',
			DefaultActions: [notFoundHere],
		})),
	);
	const listeners = asked(all, ListenerArns, ({ ListenerArn = '' }) => ListenerArn, listenerNotFound);
	const { items, NextMarker } = marked(listeners, input);
	return { Listeners: items, NextMarker };
}

/** The rules of a listener: one for each service behind it, by path, and the default one. @throws {AwsFault} ListenerNotFound, RuleNotFound */
export function describeRules(look: Look, input: DescribeRulesInput): DescribeRulesOutput {
	const rules = loadBalancersIn(look)
		.flatMap((balancer) => listenersOf(look.world, balancer).map((listener) => ({ balancer, listener })))
		.filter(({ listener }) => input.ListenerArn === undefined || listener.listenerArn === input.ListenerArn)
		.flatMap(({ balancer, listener }) => rulesOf(look, balancer, listener));
	if (rules.length === 0) throw listenerNotFound();
	const wanted = asked(rules, input.RuleArns, ({ RuleArn = '' }) => RuleArn, ruleNotFound);
	const { items, NextMarker } = marked(wanted, input);
	return { Rules: items, NextMarker };
}

function rulesOf(look: Look, balancer: LoadBalancerState, { listenerArn, isTest }: BalancerListener): Rule[] {
	const weighted = [...look.world.listenerRules.values()].filter((rule) => rule.listenerArn === listenerArn);
	const shared = new Set([...look.world.listenerRules.values()].flatMap(({ weights }) => [...weights.keys()]));
	const alone = targetGroupsIn(look).filter(
		({ targetGroupArn, loadBalancerArns }) =>
			!isTest && loadBalancerArns.includes(balancer.loadBalancerArn) && !shared.has(targetGroupArn),
	);
	const forwarding = [
		...alone.map(({ targetGroupArn, targetGroupName }) => ({
			RuleArn: ruleArn(listenerArn, targetGroupArn.slice(-16)),
			path: `/${targetGroupName}/*`,
			action: { Type: 'forward' as const, TargetGroupArn: targetGroupArn },
		})),
		...weighted.map((rule) => ({ RuleArn: rule.ruleArn, path: rule.path, action: weightedForward(rule) })),
	];
	return [
		...forwarding.map(({ RuleArn, path, action }, index): Rule => ({
			RuleArn,
			Priority: String(index + 1),
			Conditions: [{ Field: 'path-pattern', Values: [path], PathPatternConfig: { Values: [path] } }],
			Actions: [action],
			IsDefault: false,
		})),
		{
			RuleArn: ruleArn(listenerArn, balancer.loadBalancerArn.slice(-16)),
			Priority: 'default',
			Conditions: [],
			Actions: [notFoundHere],
			IsDefault: true,
		},
	];
}

function weightedForward({ weights }: ListenerRuleState): Action {
	const TargetGroups = [...weights].map(([TargetGroupArn, Weight]) => ({ TargetGroupArn, Weight }));
	return { Type: 'forward', ForwardConfig: { TargetGroups, TargetGroupStickinessConfig: { Enabled: false } } };
}

/** One for each load balancer, always the same. */
function certificateArn({ world }: Look, { region, loadBalancerArn }: LoadBalancerState): string {
	return arnOf(world, 'acm', region, `certificate/${uuid(seeded(seedOf(loadBalancerArn)))}`);
}

function listenerNotFound(): AwsFault {
	return new AwsFault('ListenerNotFoundException', 'One or more listeners not found');
}

function ruleNotFound(): AwsFault {
	return new AwsFault('RuleNotFoundException', 'One or more rules not found');
}
