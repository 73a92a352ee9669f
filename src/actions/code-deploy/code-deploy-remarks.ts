import { hooksIn } from '../../model/app-spec.ts';
import type { DeploymentGroup } from '../../model/code-deploy.ts';
import { safeText } from '../../model/safe-text.ts';
import type { Service } from '../../model/service.ts';
import { seen, unseen } from '../look.ts';
import type { Remark } from '../plan.ts';
import { trafficWords } from '../traffic.ts';
import { groupIn, type CodeDeploySnapshot } from './code-deploy-snapshot.ts';
import { groupName, lastAppSpec } from './plan-code-deploy.ts';
import { good, info, unknown, unseenRemarks, warning } from '../remarks.ts';

/** What follows from a deployment through CodeDeploy: who does it, how the traffic moves, and what if it fails. */
export function codeDeployRemarks(service: Service, snapshot: CodeDeploySnapshot): readonly Remark[] {
	const group = groupIn(snapshot);
	if (!group) return [];
	return [
		info(`CodeDeploy deploys it: deployment group ${groupName(group)}`),
		...traffic(group, snapshot),
		...waits(service, group),
		...room(service),
		...safety(group),
		...hooks(snapshot),
		...failedBefore(snapshot),
	];
}

function traffic({ deploymentConfigName }: DeploymentGroup, { routing }: CodeDeploySnapshot): readonly Remark[] {
	const how = routing && seen(routing);
	const name = deploymentConfigName.replace(/^CodeDeployDefault\./u, '');
	if (how) return [info(`${name}: ${trafficWords(how)}`)];
	return unseenRemarks(`how ${name} moves the traffic`, routing);
}

function waits({ serviceName }: Service, { readyWait, terminationWait }: DeploymentGroup): readonly Remark[] {
	const ready: readonly Remark[] =
		readyWait === undefined
			? []
			: [
					warning(
						`no traffic moves before somebody says so (\`deckwatch continue-deployment ${serviceName}\`); after ${readyWait} min it is stopped`,
					),
				];
	if (terminationWait === 0) return [...ready, info('the old tasks go as soon as all traffic has left')];
	const stay = terminationWait === undefined ? 'until somebody takes them away' : `${terminationWait} min longer`;
	return [...ready, info(`the old tasks stay ${stay}: till then the way back takes seconds`)];
}

function room({ desiredCount }: Service): readonly Remark[] {
	return desiredCount === 0
		? []
		: [good(`${desiredCount} more tasks run meanwhile, none less: both revisions are there whole`)];
}

/** An installation is given 60 minutes (ECS developer guide, "A timeout occurs while waiting for replacement task set"). */
function safety({ rollbackOn, alarms }: DeploymentGroup): readonly Remark[] {
	const watched = alarms.length === 0 ? '' : alarms.join(', ');
	const byAlarm = rollbackOn.includes('DEPLOYMENT_STOP_ON_ALARM');
	const onAlarm = byAlarm ? 'rolls it back too' : 'stops it, and rolls nothing back';
	return [
		rollbackOn.includes('DEPLOYMENT_FAILURE')
			? good('CodeDeploy rolls back by itself when it fails; tasks that never get healthy fail after 60 min')
			: warning('CodeDeploy rolls nothing back by itself when it fails'),
		...(watched === ''
			? []
			: [{ level: byAlarm ? 'good' : 'warning', text: `the alarm ${watched} ${onAlarm}` } as const]),
	];
}

function hooks(snapshot: CodeDeploySnapshot): readonly Remark[] {
	const { appSpec, deployments } = snapshot;
	const last = lastAppSpec(snapshot);
	if (last) {
		const names = hooksIn(last).map((name) => safeText(name));
		return names.length === 0 ? [] : [info(`the hooks of the last AppSpec go along: ${names.join(', ')}`)];
	}
	const hidden = unseen('the last AppSpec', appSpec) ?? unseen('deployments of CodeDeploy', deployments);
	if (hidden !== undefined) return [unknown(`${hidden}; this one has no hooks`)];
	const succeeded = (deployments && seen(deployments))?.some(({ status }) => status === 'Succeeded');
	return succeeded ? [warning('the last AppSpec is not kept by CodeDeploy (it is in S3): this one has no hooks')] : [];
}

function failedBefore({ deployments }: CodeDeploySnapshot): readonly Remark[] {
	const [newest] = (deployments && seen(deployments)) ?? [];
	if (newest?.status !== 'Failed' && newest?.status !== 'Stopped') return [];
	const why = newest.errorMessage ?? newest.errorCode;
	const text = `the last deployment, ${newest.deploymentId}, has ${newest.status === 'Failed' ? 'failed' : 'been stopped'}`;
	return [warning(why === undefined ? text : `${text}: ${why}`)];
}
