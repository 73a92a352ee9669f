import type { ScalingPolicy, ServiceScaling } from '../../model/scaling.ts';
import { keyOf } from '../key-of.ts';
import type { ViewContext } from '../pane.ts';
import { noService, selectedService, selectedServiceResource, serviceTitle, serviceTopics } from '../scope.ts';
import { fieldSection, type Section, sectionLines } from '../section.ts';
import { countWords } from '../service/identity-section.ts';
import { textPane } from '../text-pane.tsx';
import { firstTrouble } from '../trouble.ts';
import { suspendedWords } from '../service/scaling-section.ts';
import { stepWords } from './step-words.ts';
import { policySentence } from './scaling-words.ts';

/** What Application Auto Scaling does with a service: its bounds, its policies, and what they want now. */
export const autoscalingPane = textPane<ServiceScaling | null>({
	id: 'autoscaling',
	title: (context) => ['Autoscaling', serviceTitle(context)],
	topics: (context) => serviceTopics(context, ['service']),
	subject: ({ ui, picture }) => (ui.serviceArn === undefined ? 'nothing' : picture.scaling[ui.serviceArn]),
	trouble: (context) => {
		const { ui, picture, now } = context;
		return firstTrouble([selectedServiceResource(context), picture.metrics[ui.serviceArn ?? '']], now);
	},
	asking: (context) => `asking application-autoscaling:DescribeScalableTargets for ${serviceTitle(context)}`,
	empty: (context) =>
		context.ui.serviceArn === undefined
			? noService(context)
			: {
					why: 'This service has no autoscaling: its desired count is set by hand.',
					press: `${keyOf(context, 'back')} goes back.`,
				},
	lines: (scaling, context, width) => (scaling === null ? [] : sectionLines(sections(scaling, context), width)),
});

function sections(scaling: ServiceScaling, context: ViewContext): readonly Section[] {
	return [
		boundsSection(scaling, context),
		...scaling.policies.map((policy) => policySection(policy, scaling, context)),
	];
}

function boundsSection({ target, policies }: ServiceScaling, context: ViewContext): Section {
	const service = selectedService(context);
	const suspended = suspendedWords(target);
	const ceiling = service !== undefined && service.desiredCount >= target.maxCapacity;
	return fieldSection('Tasks', [
		{ label: 'minimum', text: String(target.minCapacity) },
		{
			label: 'maximum',
			text: `${target.maxCapacity}${ceiling ? `  ${context.theme.glyphs.degraded} reached: it cannot scale out` : ''}`,
			...(ceiling ? { tone: 'degraded' } : {}),
		},
		{ label: 'now', text: service ? countWords(service) : '-' },
		{ label: 'switched off', text: suspended ?? 'nothing', ...(suspended ? { tone: 'degraded' } : {}) },
		{
			label: 'policies',
			text: policies.length === 0 ? 'none: nothing changes the desired count' : String(policies.length),
		},
	]);
}

function policySection(policy: ScalingPolicy, { target }: ServiceScaling, context: ViewContext): Section {
	const metrics = context.picture.metrics[context.ui.serviceArn ?? '']?.value;
	const running = selectedService(context)?.runningCount;
	const { scaleInCooldown, scaleOutCooldown, steps } = policy;
	return fieldSection(policy.policyName, [
		{
			label: 'now',
			text: running === undefined ? '-' : policySentence(policy, { metrics, running, bounds: target }),
			tone: 'strong',
		},
		{ label: 'type', text: policy.policyType },
		{ label: 'metric', text: policy.metricType ?? '' },
		{ label: 'scale-in cooldown', text: scaleInCooldown === undefined ? '' : `${scaleInCooldown} s` },
		{ label: 'scale-out cooldown', text: scaleOutCooldown === undefined ? '' : `${scaleOutCooldown} s` },
		{ label: 'steps', text: steps ? stepWords(steps) : '' },
		{ label: 'cooldown', text: steps?.cooldown === undefined ? '' : `${steps.cooldown} s` },
	]);
}
