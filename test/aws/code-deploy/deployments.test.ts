import type * as codedeploy from '@aws-sdk/client-codedeploy';
import { expect, test } from 'vitest';
import type { DeploymentGroup } from '../../../src/model/code-deploy.ts';
import { awsOver, REGION } from '../aws-over.ts';

const GROUP: DeploymentGroup = {
	region: REGION,
	applicationName: 'shop',
	deploymentGroupName: 'web',
	deploymentConfigName: 'CodeDeployDefault.ECSAllAtOnce',
	rollbackOn: [],
	alarms: [],
	lastDeploymentIds: ['d-90', 'd-89'],
};

test('the newest are read whatever order they are listed in, at most 25 a call', async () => {
	const asked: string[] = [];
	const { aws } = awsOver({
		codedeploy: {
			ListDeployments: () => ({ deployments: Array.from({ length: 91 }, (_, index) => `d-${index}`) }),
			BatchGetDeployments: ({ deploymentIds = [] }: codedeploy.BatchGetDeploymentsInput) => {
				asked.push(...deploymentIds);
				return {
					deploymentsInfo: deploymentIds.map((deploymentId) => ({
						deploymentId,
						createTime: new Date(1_000 * Number(deploymentId.slice(2))),
					})),
				};
			},
		},
	});
	const [newest, second] = await aws.codeDeployments(GROUP);
	expect([newest?.deploymentId, second?.deploymentId]).toEqual(['d-90', 'd-89']);
	expect(asked).toHaveLength(25);
});

test('a group that has deployed nothing has no deployments', async () => {
	const { aws, operations } = awsOver({ codedeploy: { ListDeployments: () => ({ deployments: [] }) } });
	expect(await aws.codeDeployments({ ...GROUP, lastDeploymentIds: [] })).toEqual([]);
	expect(operations()).toEqual(['ListDeployments']);
});

test('a deployment tells its error, its rollback and the hash of its AppSpec', async () => {
	const { aws } = awsOver({
		codedeploy: {
			GetDeployment: () => ({
				deploymentInfo: {
					deploymentId: 'd-1',
					status: 'Failed',
					creator: 'user',
					createTime: new Date(7),
					errorInformation: { code: 'ALARM_ACTIVE', message: 'One\u001B[2J alarm' },
					rollbackInfo: { rollbackDeploymentId: 'd-2', rollbackMessage: 'going' },
					instanceTerminationWaitTimeStarted: true,
					revision: { revisionType: 'AppSpecContent', appSpecContent: { sha256: 'abc' } },
				},
			}),
		},
	});
	expect(await aws.codeDeployment(REGION, 'd-1')).toEqual({
		deploymentId: 'd-1',
		status: 'Failed',
		creator: 'user',
		createdAt: 7,
		errorCode: 'ALARM_ACTIVE',
		errorMessage: 'One alarm',
		rollbackDeploymentId: 'd-2',
		rollbackMessage: 'going',
		terminationWaitStarted: true,
		terminationWait: 0,
		rollbackOn: [],
		revisionType: 'AppSpecContent',
		sha256: 'abc',
	});
});

test('a target is asked for by cluster and service, and tells events and traffic', async () => {
	const { aws } = awsOver({
		codedeploy: {
			GetDeploymentTarget: ({ targetId }: codedeploy.GetDeploymentTargetInput) => ({
				deploymentTarget: {
					ecsTarget: {
						lifecycleEvents: [
							{ lifecycleEventName: 'Install', status: 'Failed', diagnostics: { message: `of ${targetId}` } },
						],
						taskSetsInfo: [{ identifer: 'ecs-svc/1', desiredCount: 2, runningCount: 1, trafficWeight: 10 }],
					},
				},
			}),
		},
	});
	expect(await aws.codeDeployTarget({ region: REGION, clusterName: 'prod', serviceName: 'web' }, 'd-1')).toEqual({
		lifecycleEvents: [{ name: 'Install', status: 'Failed', message: 'of prod:web' }],
		taskSets: [{ id: 'ecs-svc/1', desiredCount: 2, runningCount: 1, pendingCount: 0, trafficWeight: 10 }],
	});
});

test.each([
	['JSON', '{"Resources":[{"S":{"Properties":{"TaskDefinition":"web:1"}}}]}'],
	['YAML', 'Resources:\n  - S:\n      Properties:\n        TaskDefinition: web:1\n'],
])('an AppSpec in %s is read', async (_, content) => {
	const { aws } = awsOver({
		codedeploy: {
			GetApplicationRevision: () => ({ revision: { revisionType: 'AppSpecContent', appSpecContent: { content } } }),
		},
	});
	expect(await aws.appSpec(GROUP, 'abc')).toEqual({ Resources: [{ S: { Properties: { TaskDefinition: 'web:1' } } }] });
});

test('an AppSpec that is none is empty', async () => {
	const { aws } = awsOver({
		codedeploy: {
			GetApplicationRevision: () => ({
				revision: { revisionType: 'AppSpecContent', appSpecContent: { content: '{[' } },
			}),
		},
	});
	expect(await aws.appSpec(GROUP, 'abc')).toEqual({});
});
