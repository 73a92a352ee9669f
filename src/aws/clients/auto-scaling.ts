// The bundle takes what is named here, and not the operations that change something.
export {
	AutoScalingClient,
	DescribeAutoScalingGroupsCommand,
	DescribeScalingActivitiesCommand,
} from '@aws-sdk/client-auto-scaling';
