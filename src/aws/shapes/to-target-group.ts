import type * as elb from '@aws-sdk/client-elastic-load-balancing-v2';
import type { TargetGroup } from '../../model/load-balancing.ts';
import { defined } from './defined.ts';
import { requiredText, text, texts } from './scalars.ts';

export function toTargetGroup(group: elb.TargetGroup): TargetGroup {
	return defined({
		targetGroupArn: requiredText(group.TargetGroupArn),
		targetGroupName: requiredText(group.TargetGroupName),
		protocol: text(group.Protocol),
		port: group.Port,
		targetType: text(group.TargetType),
		healthCheckProtocol: text(group.HealthCheckProtocol),
		healthCheckPath: text(group.HealthCheckPath),
		healthCheckPort: text(group.HealthCheckPort),
		healthCheckIntervalSeconds: group.HealthCheckIntervalSeconds,
		healthCheckTimeoutSeconds: group.HealthCheckTimeoutSeconds,
		healthyThresholdCount: group.HealthyThresholdCount,
		unhealthyThresholdCount: group.UnhealthyThresholdCount,
		matcher: text(group.Matcher?.HttpCode ?? group.Matcher?.GrpcCode),
		loadBalancerArns: texts(group.LoadBalancerArns),
	});
}
