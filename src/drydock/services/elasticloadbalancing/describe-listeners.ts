import type {
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
import type { LoadBalancerState } from '../../world/load-balancing.ts';
import { asked, loadBalancer, loadBalancersIn, type Look, marked, targetGroupsIn } from './look.ts';

const notFoundHere = { Type: 'fixed-response', FixedResponseConfig: { StatusCode: '404' } } as const;

/** A load balancer has one listener: HTTPS on 443. @throws {AwsFault} LoadBalancerNotFound, ListenerNotFound */
export function describeListeners(look: Look, input: DescribeListenersInput): DescribeListenersOutput {
	const { LoadBalancerArn, ListenerArns } = input;
	const balancers = LoadBalancerArn === undefined ? loadBalancersIn(look) : [loadBalancer(look, LoadBalancerArn)];
	const listeners = asked(balancers, ListenerArns, listenerArn, listenerNotFound).map((balancer): Listener => ({
		ListenerArn: listenerArn(balancer),
		LoadBalancerArn: balancer.loadBalancerArn,
		Port: 443,
		Protocol: 'HTTPS',
		Certificates: [{ CertificateArn: certificateArn(look, balancer) }],
		SslPolicy: 'ELBSecurityPolicy-TLS13-1-2-2021-06',
		DefaultActions: [notFoundHere],
	}));
	const { items, NextMarker } = marked(listeners, input);
	return { Listeners: items, NextMarker };
}

/** One rule for each target group behind the listener, by path, and the default one. @throws {AwsFault} ListenerNotFound */
export function describeRules(look: Look, input: DescribeRulesInput): DescribeRulesOutput {
	const rules = loadBalancersIn(look)
		.filter((balancer) => input.ListenerArn === undefined || listenerArn(balancer) === input.ListenerArn)
		.flatMap((balancer) => rulesOf(look, balancer));
	if (rules.length === 0) throw listenerNotFound();
	const wanted = asked(rules, input.RuleArns, ({ RuleArn = '' }) => RuleArn, ruleNotFound);
	const { items, NextMarker } = marked(wanted, input);
	return { Rules: items, NextMarker };
}

function rulesOf(look: Look, balancer: LoadBalancerState): Rule[] {
	const ruleArn = (id: string) => `${listenerArn(balancer).replace(':listener/', ':listener-rule/')}/${id}`;
	const behind = targetGroupsIn(look).filter(({ loadBalancerArns }) =>
		loadBalancerArns.includes(balancer.loadBalancerArn),
	);
	return [
		...behind.map(({ targetGroupArn, targetGroupName }, index): Rule => {
			const path = `/${targetGroupName}/*`;
			return {
				RuleArn: ruleArn(targetGroupArn.slice(-16)),
				Priority: String(index + 1),
				Conditions: [{ Field: 'path-pattern', Values: [path], PathPatternConfig: { Values: [path] } }],
				Actions: [{ Type: 'forward', TargetGroupArn: targetGroupArn }],
				IsDefault: false,
			};
		}),
		{
			RuleArn: ruleArn(balancer.loadBalancerArn.slice(-16)),
			Priority: 'default',
			Conditions: [],
			Actions: [notFoundHere],
			IsDefault: true,
		},
	];
}

/** One for each load balancer, always the same. */
function certificateArn({ world }: Look, { region, loadBalancerArn }: LoadBalancerState): string {
	return arnOf(world, 'acm', region, `certificate/${uuid(seeded(seedOf(loadBalancerArn)))}`);
}

/** `…:listener/app/<name>/<id>/<listener id>` */
function listenerArn({ loadBalancerArn }: LoadBalancerState): string {
	return `${loadBalancerArn.replace(':loadbalancer/', ':listener/')}/${loadBalancerArn.slice(-16)}`;
}

function listenerNotFound(): AwsFault {
	return new AwsFault('ListenerNotFoundException', 'One or more listeners not found');
}

function ruleNotFound(): AwsFault {
	return new AwsFault('RuleNotFoundException', 'One or more rules not found');
}
