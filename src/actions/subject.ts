import { lastSegment, parseArn } from '../model/arn.ts';
import type { Service } from '../model/service.ts';

/** The service that an action is about, and where it is: what stands in every dialog. */
export type Subject = {
	readonly account: string;
	readonly region: string;
	readonly clusterArn: string;
	readonly clusterName: string;
	readonly serviceArn: string;
	readonly serviceName: string;
};

/** A service as the subject of an action. */
export function subjectOf({ serviceArn, serviceName, clusterArn }: Service): Subject {
	const { account = '', region = '' } = parseArn(serviceArn) ?? {};
	return { account, region, clusterArn, clusterName: lastSegment(clusterArn), serviceArn, serviceName };
}
