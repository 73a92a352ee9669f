import { describe, expect, test } from 'vitest';
import { awsCliText } from '../../src/actions/aws-cli-text.ts';
import { deploy } from '../../src/actions/deploy/deploy.ts';
import { scale } from '../../src/actions/scale/scale.ts';
import { appSpecRevision } from '../../src/aws/changes/app-spec-revision.ts';
import { REGISTERED, type Change } from '../../src/aws/changes/change.ts';
import type { AppSpec } from '../../src/model/app-spec.ts';
import { PROD, REGION } from '../fixtures/shop.ts';
import { actingShop } from './shop.ts';

const SERVICE = PROD.replace('cluster/prod', 'service/prod/search');

/** A change that nobody plans (yet): the text is made of its name and members alone. */
const change = (name: string, input: object): Change => ({ name, region: REGION, input }) as unknown as Change;

describe('a plan as AWS CLI commands', () => {
	test('has its calls, each run when the one before it was taken', async () => {
		const { changes } = await actingShop().plan(scale, 'search', { count: '9', moveBound: true });
		expect(awsCliText(changes)).toBe(
			`aws application-autoscaling register-scalable-target --service-namespace ecs --resource-id service/prod/search --scalable-dimension ecs:service:DesiredCount --max-capacity 9 --region ${REGION} &&\n` +
				`aws ecs update-service --cluster ${PROD} --service ${SERVICE} --desired-count 9 --region ${REGION}`,
		);
	});

	test('registers the whole revision, and hands its ARN on in a variable of the shell', async () => {
		const shop = actingShop();
		const { changes } = await shop.plan(deploy, 'cart', { environment: { GREETING: "it's" } });
		const [register = '', update] = awsCliText(changes, { profile: 'shop prod' }).split(' &&\n');
		expect(register).toMatch(
			/^TASK_DEFINITION=\$\(aws ecs register-task-definition --cli-input-json '\{.*\}' --region ap-northeast-1 --profile 'shop prod' --query taskDefinition\.taskDefinitionArn --output text\)$/u,
		);
		const [, document = ''] = /--cli-input-json '(.*)' --region/u.exec(register) ?? [];
		expect(JSON.parse(document.replaceAll(String.raw`'\''`, "'"))).toEqual(changes[0]?.input);
		expect(update).toBe(
			`aws ecs update-service --cluster ${PROD} --service ${SERVICE.replace('search', 'cart')} --task-definition "$TASK_DEFINITION" --region ${REGION} --profile 'shop prod'`,
		);
	});

	test('that only registers needs no variable', () => {
		expect(awsCliText([change('ecs:RegisterTaskDefinition', { family: 'cart' })])).toBe(
			`aws ecs register-task-definition --cli-input-json '{"family":"cart"}' --region ${REGION}`,
		);
	});
});

const call = (name: string, input: object) =>
	awsCliText([change(name, input)])
		.replace(/^aws /u, '')
		.replace(` --region ${REGION}`, '');

describe('a call', () => {
	test.each([
		[
			'ecs:StopServiceDeployment',
			{ serviceDeploymentArn: 'arn:aws:x', stopType: 'ROLLBACK' },
			'ecs stop-service-deployment --service-deployment-arn arn:aws:x --stop-type ROLLBACK',
		],
		[
			'ecs:UpdateService',
			{ forceNewDeployment: true, enableECSManagedTags: false },
			'ecs update-service --force-new-deployment --no-enable-ecs-managed-tags',
		],
		['ecs:UpdateService', { desiredCount: 0, taskDefinition: undefined }, 'ecs update-service --desired-count 0'],
		[
			'ecs:UpdateService',
			{ loadBalancers: [], capacityProviderStrategy: [{ capacityProvider: 'FARGATE', weight: 1 }] },
			`ecs update-service --load-balancers '[]' --capacity-provider-strategy '[{"capacityProvider":"FARGATE","weight":1}]'`,
		],
		['ecs:TagResource', { tagKeys: ['a', 'b c'] }, "ecs tag-resource --tag-keys a 'b c'"],
		[
			'application-autoscaling:PutScalingPolicy',
			{ PolicyName: 'cpu', TargetTrackingScalingPolicyConfiguration: { TargetValue: 60.5 } },
			`application-autoscaling put-scaling-policy --policy-name cpu --target-tracking-scaling-policy-configuration '{"TargetValue":60.5}'`,
		],
		['codedeploy:CreateDeployment', { applicationName: 'shop' }, 'deploy create-deployment --application-name shop'],
	])('%s has its members as options: %o', (name, input, text) => {
		expect(call(name, input)).toBe(text);
	});

	test.each([
		['$(reboot) `reboot` "$HOME"; reboot', `--reason '$(reboot) \`reboot\` "$HOME"; reboot'`],
		["it's broken", String.raw`--reason 'it'\''s broken'`],
		['', `--reason ''`],
		['~root =ls', `--reason '~root =ls'`],
		['--force', `--cli-input-json '{"reason":"--force"}'`],
		['file:///etc/passwd', `--cli-input-json '{"reason":"file:///etc/passwd"}'`],
		['https://wiki/runbook', `--cli-input-json '{"reason":"https://wiki/runbook"}'`],
		['two\nlines', String.raw`--cli-input-json '{"reason":"two\nlines"}'`],
		['hidden \u202e\u009b31m', String.raw`--cli-input-json '{"reason":"hidden \u202e\u009b31m"}'`],
	])('hands the text %j to the shell as one word that means nothing to it', (reason, text) => {
		expect(call('ecs:StopTask', { reason })).toBe(`ecs stop-task ${text}`);
	});

	test('an AppSpec takes the revision that was registered from the variable', () => {
		const appSpec = { Resources: [{ TargetService: { Properties: { TaskDefinition: REGISTERED } } }] };
		const revision = appSpecRevision(appSpec as unknown as AppSpec);
		const commands = awsCliText([
			change('ecs:RegisterTaskDefinition', { family: 'app' }),
			change('codedeploy:CreateDeployment', { applicationName: 'shop', revision }),
		]);
		expect(commands).toMatch(/^TASK_DEFINITION=\$\(aws ecs register-task-definition .*\) &&\n/u);
		expect(commands).toContain(String.raw`\"TaskDefinition\":\"'"$TASK_DEFINITION"'\"}`);
		// It is the hash of another text.
		expect(commands).not.toContain('sha256');
	});

	test('with a text that needs JSON still takes the revision from the variable', () => {
		expect(call('ecs:UpdateService', { service: '-x', taskDefinition: 'registered' })).toBe(
			`ecs update-service --cli-input-json '{"service":"-x"}' --task-definition "$TASK_DEFINITION"`,
		);
	});
});
